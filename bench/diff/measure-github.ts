import { fileURLToPath } from "node:url";
import { baselineMs } from "../ingest/baseline-ms.ts";
import { median, note, seconds } from "../shared/report.ts";
import { runNode } from "../shared/run-node.ts";

type Ours = { ms: number; readMs: number; diffMs: number; linesMs: number; changes: number; mb: number };
type Peer = { ms: number; changes: number; mb: number };
export type DiffFigures = { ours: Ours; oursMs: number; validateMs: number; peer: Peer | null; peerMs: number | null; rounds: number };

const script = (name: string) => fileURLToPath(new URL(`${name}.ts`, import.meta.url));

/** Two documents compared, against `SwaggerParser.validate` on the first alone and against the peer; a fresh process for each. */
export async function measureGithub({ base, revision }: { base: string; revision: string }, rounds: number, withPeer: boolean): Promise<DiffFigures> {
  const taken = { ours: [] as Ours[], validate: [] as number[], peer: [] as Peer[] };
  for (let round = 1; round <= rounds; round++) {
    taken.validate.push((await baselineMs([base])).ms);
    taken.ours.push(JSON.parse((await runNode(script("ours"), [base, revision])).out) as Ours);
    // The peer takes long: fewer rounds tell enough.
    if (withPeer && round <= 3) taken.peer.push(JSON.parse((await runNode(script("peer"), [base, revision])).out) as Peer);
    note(`round ${round}/${rounds}: ${seconds(taken.ours.at(-1)?.ms ?? 0)}; SwaggerParser.validate ${seconds(taken.validate.at(-1) ?? 0)}${withPeer ? `; api-smart-diff ${seconds(taken.peer.at(-1)?.ms ?? 0)}` : ""}`);
  }
  const [ours] = taken.ours.toSorted((a, b) => a.ms - b.ms).slice(taken.ours.length >> 1);
  const [peer = null] = taken.peer.toSorted((a, b) => a.ms - b.ms).slice(taken.peer.length >> 1);
  if (!ours) throw new Error("At least one round is needed.");
  return { ours, oursMs: median(taken.ours.map(({ ms }) => ms)), validateMs: median(taken.validate), peer, peerMs: peer && median(taken.peer.map(({ ms }) => ms)), rounds };
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startEngines } from "../scripts/stack.ts";
import { note, printReport, rounded, seconds } from "./shared/report.ts";
import { runNode } from "./shared/run-node.ts";

type Flood = { messages: number; ms: number };
type Delays = { p95: number; most: number; missing: number; became: string };

// npm run bench -- deliver [--events N] [--subscribers N] [--receivers N] [--beats N]
const { values } = parseArgs({ options: { events: { type: "string", default: "1000" }, subscribers: { type: "string", default: "20" }, receivers: { type: "string", default: "100" }, beats: { type: "string", default: "60" } } });
const { events, subscribers, receivers, beats } = values;
const bad = Math.max(1, Math.round(Number(receivers) / 20));
const home = await mkdtemp(path.join(tmpdir(), "intermesh-bench-"));
const engines = await startEngines({ home });
const env = { INTERMESH_TEST_DATABASE_URL: engines.databaseUrl };
try {
  const flood = JSON.parse((await runNode("bench/deliver/flood.ts", [events, subscribers], { env })).out) as Flood;
  const perSecond = Math.round((flood.messages / flood.ms) * 1_000);
  note(`${flood.messages} messages in ${seconds(flood.ms)}`);
  const delays = async (howMany: number) => JSON.parse((await runNode("bench/deliver/delays.ts", [receivers, String(howMany), beats], { env })).out) as Delays;
  const without = await delays(0);
  const withBad = await delays(bad);
  printReport(
    {
      bench: "deliver",
      ratios: { bad: rounded(withBad.p95 / without.p95) },
      figures: { per_second: perSecond, p95_without_ms: Math.round(without.p95), p95_with_ms: Math.round(withBad.p95), most_with_ms: Math.round(withBad.most), missing: without.missing + withBad.missing },
    },
    [
      [`${events} events to ${subscribers} subscribers, three channels each`, `${seconds(flood.ms)} for ${flood.messages} e-mails and webhooks: ${perSecond} a second`],
      [`delay of ${receivers} good receivers, p95`, `${Math.round(without.p95)} ms (most ${Math.round(without.most)} ms, missing ${without.missing})`],
      [`the same beside ${bad} bad ones`, `${Math.round(withBad.p95)} ms (most ${Math.round(withBad.most)} ms, missing ${withBad.missing})`],
      ["what became of the bad ones", withBad.became],
    ],
  );
} finally {
  await engines.stop();
  await rm(home, { recursive: true, force: true });
}

import type { Ctx } from "#lib/auth/context.ts";
import { evidenceKinds, flows } from "../graph-words.ts";
import type { Mesh } from "../mesh/build-mesh.ts";
import type { Focus } from "./find-focus.ts";
import type { GraphEdge } from "../graph.ts";
import { viaOfUses } from "../via-of-uses.ts";

const edgesMax = 2000;

/** Uses with one end on the page and the other on it or before it; a row each, the nearest first. */
export async function edgesAmong(ctx: Ctx, mesh: Mesh, known: ReadonlySet<number>, shown: ReadonlySet<number>, focus: Focus | null): Promise<{ items: GraphEdge[]; truncated: boolean }> {
  const subject = focus?.subject ?? null;
  const found: { use: number; from: string; to: string }[] = [];
  let truncated = false;
  const key = (index: number) => mesh.ends[index]?.key ?? "";
  const add = (use: number, from: number, to: number) => {
    if (found.length >= edgesMax) truncated = true;
    else found.push({ use, from: key(from), to: subject && mesh.uses.interfaceId[use] === subject.row.id && focus?.operation === null ? `interface:${subject.row.slug}` : key(to) });
  };
  for (const index of shown) {
    for (let at = mesh.out.start[index] ?? 0; at < (mesh.out.start[index + 1] ?? 0); at++) if (known.has(mesh.out.end[at] ?? 0)) add(mesh.out.use[at] ?? 0, index, mesh.out.end[at] ?? 0);
    for (let at = mesh.in.start[index] ?? 0; at < (mesh.in.start[index + 1] ?? 0); at++) {
      const from = mesh.in.end[at] ?? 0;
      if (known.has(from) && !shown.has(from)) add(mesh.in.use[at] ?? 0, from, index);
    }
    if (truncated) break;
  }
  const vias = await viaOfUses(ctx, mesh, found.map(({ use }) => use));
  const items = found.map(({ use, from, to }) => {
    const via = vias.get(mesh.uses.id[use] ?? 0) ?? null;
    const of = mesh.interfaces.get(mesh.uses.interfaceId[use] ?? 0)?.slug ?? null;
    const isOfOperation = subject && focus?.operation != null && via === focus.operation && of === subject.row.slug;
    return { from, to: isOfOperation ? `interface:${subject.row.slug}` : to, flow: flows[mesh.uses.flow[use] ?? 0] ?? "call", via, interface: of, evidence: evidenceKinds[mesh.uses.evidence[use] ?? 0] ?? "possible" };
  });
  return { items, truncated };
}

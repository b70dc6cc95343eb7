import { evidenceKinds, type EvidenceKind, type Flow } from "#lib/catalog/graph/graph-words.ts";
import type { Graph } from "#lib/catalog/graph/graph.ts";

/** All uses of one kind between two nodes. Its evidence is the strongest of theirs; `provides` is no dependency. */
export type EdgeBundle = { from: string; to: string; flow: Flow | "provides"; evidence: EvidenceKind | null; vias: string[]; count: number };

/** One line for all uses of the same flow between two nodes, and one for each interface that a service provides. */
export function bundleEdges({ edges, provides }: Pick<Graph, "edges" | "provides">): EdgeBundle[] {
  const bundles = new Map<string, EdgeBundle>();
  for (const { from, to, flow, evidence, via, interface: contract } of edges) {
    const key = `${from} ${to} ${flow}`;
    const bundle = bundles.get(key) ?? { from, to, flow, evidence, vias: [], count: 0 };
    bundle.count += 1;
    if (bundle.evidence && evidenceKinds.indexOf(evidence) < evidenceKinds.indexOf(bundle.evidence)) bundle.evidence = evidence;
    const name = via ?? contract;
    if (name && !bundle.vias.includes(name)) bundle.vias.push(name);
    bundles.set(key, bundle);
  }
  for (const { service, interface: contract } of provides) bundles.set(`${contract} ${service}`, { from: contract, to: service, flow: "provides", evidence: null, vias: [], count: 1 });
  return [...bundles.values()];
}

import type { Ctx } from "#lib/auth/context.ts";
import type { MeshFilters } from "../graph-words.ts";
import { edgesAmong } from "./edges-among.ts";
import type { Focus } from "./find-focus.ts";
import type { Graph } from "../graph.ts";
import { narrowedMesh } from "../mesh/narrowed-mesh.ts";
import { nodeOf } from "../node-of.ts";
import { shortestChain } from "./walk.ts";

/** How the two are connected: the first depends on the second, the other way round, or only through what both have to do with. */
export type PathKind = "depends" | "used" | "related";
export type Path = { kind: PathKind | null; from: string; to: string; graph: Graph };

const ways = [["depends", "upstream"], ["used", "downstream"], ["related", "both"]] as const;

/**
 * A shortest path between two things, along the way of dependence where there is one, with all uses along it. `kind` is
 * `null` where nothing connects them.
 * @throws NotFoundError for an end that is not there or may not be seen, ValidationError for a filter that means nothing
 */
export async function findPath({ ctx, input }: { ctx: Ctx; input: { from: string; to: string; filters?: MeshFilters } }): Promise<Path> {
  const { mesh, focuses } = await narrowedMesh(ctx, input.filters, input.from, input.to);
  const [from, to] = focuses as [Focus, Focus];
  for (const [kind, direction] of ways) {
    const chain = shortestChain(mesh, startsOf(from), new Set(startsOf(to)), direction);
    if (!chain) continue;
    const known = new Set(chain);
    const edges = await edgesAmong(ctx, mesh, known, known, null);
    const next = new Map(chain.map((index, place) => [mesh.ends[index]?.key ?? "", place]));
    const alongChain = edges.items.filter((edge) => Math.abs((next.get(edge.from) ?? 0) - (next.get(edge.to) ?? 0)) === 1);
    const nodes = chain.map((index, distance) => nodeOf(mesh, mesh.ends[index], index, distance, distance === 0 ? "focus" : kind === "used" ? "downstream" : "upstream"));
    const focus = { kind: from.kind, slug: from.slug, title: from.title, operation: from.operation, nodes: nodes.slice(0, 1).map(({ id }) => id) };
    return { kind, from: from.title, to: to.title, graph: { focus, nodes, edges: alongChain, provides: [], total: nodes.length, counts: nodes.map(() => 1), truncated: edges.truncated, next: null } };
  }
  const focus = { kind: from.kind, slug: from.slug, title: from.title, operation: from.operation, nodes: [] };
  return { kind: null, from: from.title, to: to.title, graph: { focus, nodes: [], edges: [], provides: [], total: 0, counts: [], truncated: false, next: null } };
}

function startsOf({ seeds, subject }: Focus): number[] {
  return subject ? (subject.providers.length > 0 ? subject.providers : subject.users) : seeds;
}

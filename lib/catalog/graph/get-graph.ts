import type { Ctx } from "#lib/auth/context.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import type { Direction } from "./graph-words.ts";
import type { Mesh } from "./mesh/build-mesh.ts";
import { edgesAmong } from "./walk/edges-among.ts";
import type { Focus } from "./walk/find-focus.ts";
import type { Graph, GraphInput, GraphNode } from "./graph.ts";
import { narrowedMesh } from "./mesh/narrowed-mesh.ts";
import { nodeOf, subjectNode } from "./node-of.ts";
import { degreeOf, walk } from "./walk/walk.ts";

type Reached = { index: number; distance: number; side: GraphNode["side"] };

/**
 * The neighbourhood of a focus (without one: the whole mesh), a page of it at a time, nearest first and then the most
 * connected, with all edges between what the pages have shown so far. Upstream is what it uses, downstream who uses it.
 * @throws NotFoundError for a focus that is not there or may not be seen, ValidationError for a filter or cursor that means nothing
 */
export async function getGraph({ ctx, input }: { ctx: Ctx; input: GraphInput }): Promise<Graph> {
  const { mesh, focuses } = await narrowedMesh(ctx, input.filters, ...(input.focus ? [input.focus] : []));
  const focus = focuses[0] ?? null;
  const { reached, counts } = focus ? reach(mesh, focus, input.direction ?? "both", Math.min(Math.max(input.depth ?? 1, 0), 20)) : everything(mesh);
  const limit = Math.min(input.limit ?? 200, 500);
  const start = input.cursor ? placeAfter(mesh, reached, input.cursor) : 0;
  const page = orderedPage(mesh, reached, counts, start, start + limit);
  const last = page.at(-1);
  const more = start + limit < reached.length;
  const subject = focus?.subject ?? null;
  const shown = new Set(page.map(({ index }) => index));
  const edges = await edgesAmong(ctx, mesh, reachedBefore(mesh, reached, counts, start, page), shown, focus);
  return {
    focus: focus && { kind: focus.kind, slug: focus.slug, title: focus.title, operation: focus.operation, nodes: subject ? [`interface:${subject.row.slug}`] : focus.seeds.flatMap((seed) => mesh.ends[seed]?.key ?? []) },
    nodes: [...(subject && start === 0 ? [subjectNode(mesh, subject)] : []), ...page.map(({ index, distance, side }) => nodeOf(mesh, mesh.ends[index], index, distance, side))],
    edges: edges.items,
    provides: subject ? subject.providers.filter((index) => shown.has(index)).map((index) => ({ service: mesh.ends[index]?.key ?? "", interface: `interface:${subject.row.slug}` })) : [],
    total: reached.length + (subject ? 1 : 0),
    counts: subject ? [1, ...counts.slice(1)] : counts,
    truncated: more || edges.truncated,
    next: more && last ? encodeCursor([`${last.distance} ${degreeOf(mesh, last.index)}`, last.index]) : null,
  };
}

/** Ends within `depth` hops, up and down the way of dependence apart: what two things happen to use both is no neighbour of either. */
function reach(mesh: Mesh, focus: Focus, direction: Direction, depth: number): { reached: Reached[]; counts: number[] } {
  const { subject } = focus;
  const hops = subject ? depth - 1 : depth;
  const up = direction !== "downstream" && hops >= 0 ? walk(mesh, subject ? subject.providers : focus.seeds, "upstream", hops) : null;
  const down = direction !== "upstream" && hops >= 0 ? walk(mesh, subject ? subject.users : focus.seeds, "downstream", hops) : null;
  const byDistance: Reached[][] = Array.from({ length: depth + 1 }, () => []);
  const nearer = subject ? 1 : 0;
  for (const index of up?.reached ?? []) {
    const [above, below] = [up?.distance[index] ?? -1, down?.distance[index] ?? -1];
    const distance = (below >= 0 ? Math.min(above, below) : above) + nearer;
    byDistance[distance]?.push({ index, distance, side: distance === 0 ? "focus" : below < 0 ? "upstream" : above < below ? "upstream" : above > below ? "downstream" : "both" });
  }
  for (const index of down?.reached ?? []) {
    if ((up?.distance[index] ?? -1) >= 0) continue;
    const distance = (down?.distance[index] ?? 0) + nearer;
    byDistance[distance]?.push({ index, distance, side: distance === 0 ? "focus" : "downstream" });
  }
  return { reached: byDistance.flat(), counts: byDistance.map(({ length }) => length) };
}

function everything(mesh: Mesh): { reached: Reached[]; counts: number[] } {
  return { reached: mesh.ends.map((_, index) => ({ index, distance: 0, side: "focus" as const })), counts: [mesh.ends.length] };
}

/** Sorts only the distances that the page touches. */
function orderedPage(mesh: Mesh, reached: Reached[], counts: number[], start: number, end: number): Reached[] {
  const page: Reached[] = [];
  let at = 0;
  for (const count of counts) {
    if (at < end && at + count > start) page.push(...reached.slice(at, at + count).sort((a, b) => order(mesh, a, b)).slice(Math.max(0, start - at), end - at));
    at += count;
  }
  return page;
}

function order(mesh: Mesh, a: Reached, b: Reached): number {
  return a.distance - b.distance || degreeOf(mesh, b.index) - degreeOf(mesh, a.index) || a.index - b.index;
}

/** How many stand before the place that a cursor names, whatever was added meanwhile. */
function placeAfter(mesh: Mesh, reached: Reached[], cursor: string): number {
  const [place, index] = decodeCursor(cursor, "text");
  const [distance = 0, degree = 0] = place.split(" ").map(Number);
  return reached.filter((one) => {
    const difference = one.distance - distance || degree - degreeOf(mesh, one.index) || one.index - index;
    return difference <= 0;
  }).length;
}

/** The page's ends and all that came before it: edges to those are shown as well. */
function reachedBefore(mesh: Mesh, reached: Reached[], counts: number[], start: number, page: Reached[]): Set<number> {
  const before = start === 0 ? [] : orderedPage(mesh, reached, counts, 0, start);
  return new Set([...before, ...page].map(({ index }) => index));
}

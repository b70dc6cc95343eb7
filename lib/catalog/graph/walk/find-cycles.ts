import type { Ctx } from "#lib/auth/context.ts";
import type { MeshFilters } from "../graph-words.ts";
import type { Mesh } from "../mesh/build-mesh.ts";
import type { GraphNode } from "../graph.ts";
import { narrowedMesh } from "../mesh/narrowed-mesh.ts";
import { nodeOf } from "../node-of.ts";
import { shortestChain } from "./walk.ts";

/** Services that depend on one another in a circle: how many are tangled together, and a shortest way round. */
export type Cycle = { size: number; ring: GraphNode[] };

/** All tangles, the largest first, each with one shortest ring as its example. `total` counts those beyond `limit`, too. */
export async function findCycles({ ctx, input = {} }: { ctx: Ctx; input?: { limit?: number; filters?: MeshFilters } }): Promise<{ items: Cycle[]; total: number }> {
  const { mesh } = await narrowedMesh(ctx, input.filters);
  const tangles = tanglesOf(mesh).sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  return { items: tangles.slice(0, input.limit ?? 50).map((members) => ({ size: members.length, ring: ringOf(mesh, members) })), total: tangles.length };
}

/** Strongly connected components of more than one end, by Tarjan's algorithm without recursion. */
function tanglesOf(mesh: Mesh): number[][] {
  const count = mesh.ends.length;
  const [order, low, next] = [new Int32Array(count), new Int32Array(count), mesh.out.start.slice(0, count)];
  const onStack = new Uint8Array(count);
  const [stack, tangles]: [number[], number[][]] = [[], []];
  let clock = 0;
  for (let root = 0; root < count; root++) {
    const way = order[root] === 0 ? [root] : [];
    while (way.length > 0) {
      const end = way.at(-1) ?? 0;
      if (order[end] === 0) {
        order[end] = low[end] = ++clock;
        onStack[end] = 1;
        stack.push(end);
      }
      const at = next[end] ?? 0;
      if (at < (mesh.out.start[end + 1] ?? 0)) {
        next[end] = at + 1;
        const target = mesh.out.end[at] ?? 0;
        if (order[target] === 0) way.push(target);
        else if (onStack[target]) low[end] = Math.min(low[end] ?? 0, order[target] ?? 0);
        continue;
      }
      way.pop();
      const parent = way.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[end] ?? 0);
      if (low[end] !== order[end]) continue;
      const members = stack.splice(stack.lastIndexOf(end));
      for (const member of members) onStack[member] = 0;
      if (members.length > 1) tangles.push(members);
    }
  }
  return tangles;
}

function ringOf(mesh: Mesh, members: number[]): GraphNode[] {
  const inside = new Set(members);
  let best: number[] = [];
  for (const start of members.slice(0, 30)) {
    const ways = targetsOf(mesh, start).filter((end) => inside.has(end));
    const ring = shortestChain(mesh, ways, new Set([start]), "upstream");
    if (ring && (best.length === 0 || ring.length < best.length)) best = ring;
  }
  return best.map((index, distance) => nodeOf(mesh, mesh.ends[index], index, distance, "both"));
}

function targetsOf(mesh: Mesh, end: number): number[] {
  return Array.from(mesh.out.end.subarray(mesh.out.start[end] ?? 0, mesh.out.start[end + 1] ?? 0));
}

import type { Direction } from "../graph-words.ts";
import type { Adjacency, Mesh } from "../mesh/build-mesh.ts";

/** How far each end is from the nearest seed, -1 where it is not reached; `reached` in the order of distance. */
export type Walk = { distance: Int16Array; reached: number[]; counts: number[] };

/** A walk of at most `depth` hops along the way of dependence (upstream), against it, or both. */
export function walk(mesh: Mesh, seeds: readonly number[], direction: Direction, depth: number): Walk {
  const distance = new Int16Array(mesh.ends.length).fill(-1);
  const reached: number[] = [];
  for (const seed of seeds) {
    if (distance[seed] === 0) continue;
    distance[seed] = 0;
    reached.push(seed);
  }
  const counts = [reached.length];
  let first = 0;
  for (let hop = 1; hop <= depth; hop++) {
    const last = reached.length;
    for (; first < last; first++) {
      for (const side of sidesOf(mesh, direction)) {
        const end = reached[first] ?? 0;
        for (let at = side.start[end] ?? 0; at < (side.start[end + 1] ?? 0); at++) {
          const next = side.end[at] ?? 0;
          if (distance[next] !== -1) continue;
          distance[next] = hop;
          reached.push(next);
        }
      }
    }
    counts.push(reached.length - last);
  }
  return { distance, reached, counts };
}

/** A shortest chain of ends from one of `from` to one of `to` along the given direction, or `null`. */
export function shortestChain(mesh: Mesh, from: readonly number[], to: ReadonlySet<number>, direction: Direction): number[] | null {
  const before = new Int32Array(mesh.ends.length).fill(-1);
  for (const start of from) before[start] = start;
  const queue = [...from];
  for (let first = 0; first < queue.length; first++) {
    const end = queue[first] ?? 0;
    if (to.has(end)) return chainTo(before, end);
    for (const side of sidesOf(mesh, direction)) {
      for (let at = side.start[end] ?? 0; at < (side.start[end + 1] ?? 0); at++) {
        const next = side.end[at] ?? 0;
        if (before[next] !== -1) continue;
        before[next] = end;
        queue.push(next);
      }
    }
  }
  return null;
}

function chainTo(before: Int32Array, last: number): number[] {
  const chain = [last];
  for (let end = last; before[end] !== end; end = before[end] ?? end) chain.unshift(before[end] ?? end);
  return chain;
}

/** How many uses touch an end. */
export function degreeOf(mesh: Mesh, end: number): number {
  return (mesh.out.start[end + 1] ?? 0) - (mesh.out.start[end] ?? 0) + (mesh.in.start[end + 1] ?? 0) - (mesh.in.start[end] ?? 0);
}

function sidesOf(mesh: Mesh, direction: Direction): Adjacency[] {
  return direction === "upstream" ? [mesh.out] : direction === "downstream" ? [mesh.in] : [mesh.out, mesh.in];
}

import type { Grouping } from "../graph-words.ts";
import { type End, type Mesh } from "../mesh/build-mesh.ts";
import { degreeOf } from "../walk/walk.ts";
import type { GroupLink, Leaf } from "./place-mesh.ts";

/** The group and the part of it in which an end lies; by permanent ids, 0 for none. */
export function homeOf(end: End, grouping: Grouping): { group: string; subgroup: string | null } {
  const team = end.teamId ?? 0;
  if (grouping === "team") return { group: `team:${team}`, subgroup: null };
  return { group: `domain:${end.domainId ?? 0}`, subgroup: `team:${team}:${end.domainId ?? 0}` };
}

/** What does not move with a slug. */
export function placeKey(end: End): string {
  return `${end.kind}:${end.id}`;
}

/** All ends as leaves of the map, and how much their groups depend on one another. */
export function meshLeaves(mesh: Mesh, grouping: Grouping): { leaves: Leaf[]; links: GroupLink[] } {
  const homes = mesh.ends.map((end) => homeOf(end, grouping));
  const leaves = mesh.ends.map((end, index) => ({ node: placeKey(end), group: homes[index]?.group ?? "", subgroup: homes[index]?.subgroup ?? null, weight: degreeOf(mesh, index) }));
  const weights = new Map<string, GroupLink>();
  for (let use = 0; use < mesh.uses.count; use++) {
    const [from, to] = [homes[mesh.uses.from[use] ?? 0]?.group ?? "", homes[mesh.uses.to[use] ?? 0]?.group ?? ""];
    if (from === to) continue;
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    const link = weights.get(key) ?? { from, to, weight: 0 };
    link.weight += 1;
    weights.set(key, link);
  }
  return { leaves, links: [...weights.values()] };
}

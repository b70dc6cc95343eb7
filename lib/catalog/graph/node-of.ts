import type { End, Mesh } from "./mesh/build-mesh.ts";
import type { Focus } from "./walk/find-focus.ts";
import type { GraphNode, Named } from "./graph.ts";
import { degreeOf } from "./walk/walk.ts";

/** An end of the mesh as a node of a graph. */
export function nodeOf(mesh: Mesh, end: End | undefined, index: number, distance: number, side: GraphNode["side"]): GraphNode {
  if (!end) throw new Error("An end of the mesh is not there.");
  const uses = (mesh.out.start[index + 1] ?? 0) - (mesh.out.start[index] ?? 0);
  return {
    id: end.key, kind: end.kind, slug: end.slug, title: end.title, owner: groupOf(mesh.teams, end.teamId), domain: groupOf(mesh.domains, end.domainId),
    lifecycle: end.lifecycle, format: end.format, source: end.path, distance, side, uses, usedBy: degreeOf(mesh, index) - uses,
  };
}

/** The interface in the middle, where a service provides it. */
export function subjectNode(mesh: Mesh, { row, users }: NonNullable<Focus["subject"]>): GraphNode {
  return {
    id: `interface:${row.slug}`, kind: "interface", slug: row.slug, title: row.title, owner: groupOf(mesh.teams, row.teamId), domain: groupOf(mesh.domains, row.domainId),
    lifecycle: row.lifecycle, format: row.format, source: row.path, distance: 0, side: "focus", uses: 0, usedBy: users.length,
  };
}

export function groupOf(groups: Mesh["teams"], id: number | null): Named | null {
  return id === null ? null : (groups.get(id) ?? null);
}

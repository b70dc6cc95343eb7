import type { Ctx } from "#lib/auth/context.ts";
import { evidenceKinds, type EvidenceKind, type Grouping, type MeshFilters } from "./graph-words.ts";
import type { Mesh } from "./mesh/build-mesh.ts";
import type { GraphNode, Named } from "./graph.ts";
import { meshFor } from "./mesh/kept-mesh.ts";
import { narrowedMesh } from "./mesh/narrowed-mesh.ts";
import { groupOf, nodeOf } from "./node-of.ts";
import { degreeOf } from "./walk/walk.ts";

/** A domain or team (`null`: none) and its part in the mesh: dependencies within it, out of it on others, and of others on it. */
export type MeshGroup = { group: Named | null; services: number; interfaces: number; within: number; out: number; in: number };
export type MeshList = {
  totals: { services: number; interfaces: number; dependencies: number; evidence: { kind: EvidenceKind; count: number }[] };
  groups: MeshGroup[];
  /** The most connected, at most 40. */
  hubs: GraphNode[];
  choices: MeshChoices;
};
export type MeshChoices = { domain: Named[]; team: Named[]; lifecycle: string[]; protocol: string[] };

/** The mesh as lists: what the map shows, for reading. */
export async function listMesh({ ctx, input }: { ctx: Ctx; input: { grouping: Grouping; filters?: MeshFilters } }): Promise<MeshList> {
  const { mesh } = await narrowedMesh(ctx, input.filters);
  const hubs = mesh.ends.map((_, index) => index).sort((a, b) => degreeOf(mesh, b) - degreeOf(mesh, a) || a - b).slice(0, 40);
  const services = mesh.ends.filter(({ kind }) => kind === "service").length;
  const evidence = evidenceKinds.map((kind) => ({ kind, count: 0 }));
  for (let use = 0; use < mesh.uses.count; use++) evidence[mesh.uses.evidence[use] ?? 0]!.count += 1;
  return {
    totals: { services, interfaces: mesh.interfaces.size, dependencies: mesh.uses.count, evidence: evidence.filter(({ count }) => count > 0) },
    groups: groupsOf(mesh, input.grouping),
    hubs: hubs.map((index) => nodeOf(mesh, mesh.ends[index], index, 0, "focus")),
    choices: await listMeshChoices({ ctx }),
  };
}

function groupsOf(mesh: Mesh, grouping: Grouping): MeshGroup[] {
  const groups = new Map<number, MeshGroup>();
  const idOf = (row: { teamId: number | null; domainId: number | null }) => (grouping === "team" ? row.teamId : row.domainId) ?? 0;
  const names = grouping === "team" ? mesh.teams : mesh.domains;
  const at = (id: number) => {
    const group = groups.get(id) ?? { group: groupOf(names, id || null), services: 0, interfaces: 0, within: 0, out: 0, in: 0 };
    groups.set(id, group);
    return group;
  };
  for (const end of mesh.ends) if (end.kind === "service") at(idOf(end)).services += 1;
  for (const row of mesh.interfaces.values()) at(idOf(row)).interfaces += 1;
  const home = mesh.ends.map(idOf);
  for (let use = 0; use < mesh.uses.count; use++) {
    const [from, to] = [home[mesh.uses.from[use] ?? 0] ?? 0, home[mesh.uses.to[use] ?? 0] ?? 0];
    if (from === to) at(from).within += 1;
    else {
      at(from).out += 1;
      at(to).in += 1;
    }
  }
  return [...groups.values()].sort((a, b) => b.services + b.interfaces - a.services - a.interfaces || (a.group?.name ?? "").localeCompare(b.group?.name ?? ""));
}

/** What can be chosen as filters, of all that may be seen. */
export async function listMeshChoices({ ctx }: { ctx: Ctx }): Promise<MeshChoices> {
  const mesh = await meshFor(ctx);
  const rows = [...mesh.ends, ...mesh.interfaces.values()];
  const named = (groups: Mesh["teams"], ids: Set<number | null>) => [...ids].flatMap((id) => groupOf(groups, id) ?? []).sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  return {
    domain: named(mesh.domains, new Set(rows.map(({ domainId }) => domainId))),
    team: named(mesh.teams, new Set(rows.map(({ teamId }) => teamId))),
    lifecycle: [...new Set(rows.map(({ lifecycle }) => lifecycle))].sort(),
    protocol: [...new Set([...mesh.interfaces.values()].flatMap(({ protocols }) => protocols))].sort(),
  };
}

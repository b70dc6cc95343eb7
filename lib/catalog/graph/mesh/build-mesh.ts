import type { MeshFilters } from "../graph-words.ts";
import { evidenceKinds } from "../graph-words.ts";
import type { Group, InterfaceRow, MeshRows, NamedRow } from "./load-mesh.ts";

/** What an edge ends in: a service, or an interface that no service is known to provide. */
export type End = NamedRow & { kind: "service" | "interface"; key: string; format: string | null; path: string | null };

/** Neighbours of each end, one after the other: those of end `i` lie from `start[i]` to `start[i + 1]`. */
export type Adjacency = { start: Int32Array; end: Int32Array; use: Int32Array };

/** The mesh as one audience sees it. Ends and uses are numbered; a use is one row of `dependencies`. */
export type Mesh = {
  snapshot: string;
  ends: End[];
  indexOf: Map<string, number>;
  interfaces: Map<number, InterfaceRow>;
  teams: Map<number, Group>;
  domains: Map<number, Group>;
  uses: { count: number; id: Float64Array; from: Int32Array; to: Int32Array; interfaceId: Float64Array; flow: Uint8Array; evidence: Uint8Array };
  out: Adjacency;
  in: Adjacency;
};

/**
 * The part of the mesh made of what may be seen (`null`: everything). A use of an interface that may not be seen is left
 * out, and one that is known only from documents that may not; where only the providing service may not be seen, the
 * interface stands for itself.
 */
export function buildMesh(rows: MeshRows, seen: { services: Set<number>; interfaces: Set<number> } | null): Mesh {
  const services = seen ? rows.services.filter(({ id }) => seen.services.has(id)) : rows.services;
  const seenServices = new Set(services.map(({ id }) => id));
  const visible = seen ? rows.interfaces.filter(({ id }) => seen.interfaces.has(id)) : rows.interfaces;
  const interfaces = new Map(visible.map((row) => [row.id, row.providers.every((id) => seenServices.has(id)) ? row : { ...row, providers: row.providers.filter((id) => seenServices.has(id)) }]));
  const ends: End[] = services.map((row) => ({ ...row, kind: "service", key: `service:${row.slug}`, format: null, path: null }));
  const serviceIndex = new Map(services.map(({ id }, index) => [id, index]));
  const interfaceIndex = new Map<number, number>();
  const addInterface = (row: InterfaceRow) => {
    const index = ends.push({ ...row, kind: "interface", key: `interface:${row.slug}` }) - 1;
    interfaceIndex.set(row.id, index);
    return index;
  };
  for (const row of interfaces.values()) if (row.providers.length === 0 && !row.retired) addInterface(row);

  const endOf = (service: number, id: number) => {
    if (id !== 0 && !interfaces.has(id)) return -1;
    const known = serviceIndex.get(service) ?? interfaceIndex.get(id);
    const row = interfaces.get(id);
    return known ?? (row ? addInterface(row) : -1);
  };
  const { uses } = rows;
  const known = (use: number) => {
    const evidence = seen ? rows.guarded.get(uses.id[use] ?? 0) : undefined;
    if (!evidence) return uses.evidence[use] ?? 0;
    return Math.min(...evidence.flatMap(({ kind, documents }) => (documents === null || documents.some((id) => interfaces.has(id)) ? [kind] : [])));
  };
  const kept: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const evidence: number[] = [];
  for (let use = 0; use < uses.count; use++) {
    const source = endOf(uses.fromService[use] ?? 0, uses.fromInterface[use] ?? 0);
    const target = source < 0 ? -1 : endOf(uses.toService[use] ?? 0, uses.toInterface[use] ?? 0);
    const kind = target < 0 || source === target ? Infinity : known(use);
    if (kind === Infinity) continue;
    kept.push(use);
    from.push(source);
    to.push(target);
    evidence.push(kind);
  }
  return connect(
    { snapshot: rows.snapshot, ends, indexOf: new Map(ends.map(({ key }, index) => [key, index])), interfaces, teams: rows.teams, domains: rows.domains },
    {
      count: kept.length, id: Float64Array.from(kept, (use) => uses.id[use] ?? 0), from: Int32Array.from(from), to: Int32Array.from(to),
      interfaceId: Float64Array.from(kept, (use) => uses.toInterface[use] ?? 0), flow: Uint8Array.from(kept, (use) => uses.flow[use] ?? 0), evidence: Uint8Array.from(evidence),
    },
  );
}

/** The same mesh, narrowed: ends by domain, team and lifecycle, uses also by format, protocol and evidence. `stays` is kept in any case: ends by number, interfaces by id. */
export function filterMesh(mesh: Mesh, filters: MeshFilters, stays: { ends: ReadonlySet<number>; interfaces: ReadonlySet<number> } = { ends: new Set(), interfaces: new Set() }): Mesh {
  const has = (filter: keyof MeshFilters, value: string | null | undefined) => !filters[filter]?.length || (value != null && filters[filter].includes(value));
  const keeps = (row: NamedRow) => has("domain", slugOf(mesh.domains, row.domainId)) && has("team", slugOf(mesh.teams, row.teamId)) && has("lifecycle", row.lifecycle);
  const contract = (row: InterfaceRow) => has("format", row.format) && (!filters.protocol?.length || row.protocols.some((protocol) => has("protocol", protocol)));
  const asksContract = Boolean(filters.format?.length || filters.protocol?.length);
  const fitting = new Map([...mesh.interfaces].filter(([, row]) => contract(row)));
  const interfaces = stays.interfaces.size === 0 ? fitting : new Map([...mesh.interfaces].filter(([id]) => fitting.has(id) || stays.interfaces.has(id)));
  const usesOf = mesh.uses;
  const kept: number[] = [];
  const touched = new Set<number>();
  const isKept = mesh.ends.map((end, index) => stays.ends.has(index) || keeps(end));
  for (let use = 0; use < usesOf.count; use++) {
    const [from, to] = [usesOf.from[use] ?? 0, usesOf.to[use] ?? 0];
    if (!isKept[from] || !isKept[to] || !has("evidence", evidenceKinds[usesOf.evidence[use] ?? 0])) continue;
    if (asksContract && !fitting.has(usesOf.interfaceId[use] ?? 0)) continue;
    kept.push(use);
    touched.add(from).add(to);
  }
  const providers = new Set([...fitting.values()].flatMap((row) => row.providers));
  const offers = (end: End, index: number) => !asksContract || touched.has(index) || (end.kind === "service" ? providers.has(end.id) : fitting.has(end.id));
  const shows = mesh.ends.map((end, index) => stays.ends.has(index) || (Boolean(isKept[index]) && offers(end, index) && (!filters.evidence?.length || touched.has(index))));
  const ends = mesh.ends.filter((_, index) => shows[index]);
  const place = new Int32Array(mesh.ends.length);
  let next = 0;
  shows.forEach((shown, index) => (place[index] = shown ? next++ : -1));
  const pick = (column: Float64Array) => Float64Array.from(kept, (use) => column[use] ?? 0);
  return connect(
    { snapshot: mesh.snapshot, ends, indexOf: new Map(ends.map(({ key }, index) => [key, index])), interfaces, teams: mesh.teams, domains: mesh.domains },
    {
      count: kept.length, id: pick(usesOf.id), interfaceId: pick(usesOf.interfaceId),
      from: Int32Array.from(kept, (use) => place[usesOf.from[use] ?? 0] ?? 0), to: Int32Array.from(kept, (use) => place[usesOf.to[use] ?? 0] ?? 0),
      flow: Uint8Array.from(kept, (use) => usesOf.flow[use] ?? 0), evidence: Uint8Array.from(kept, (use) => usesOf.evidence[use] ?? 0),
    },
  );
}

function connect(parts: Omit<Mesh, "uses" | "out" | "in">, uses: Mesh["uses"]): Mesh {
  return { ...parts, uses, out: adjacency(parts.ends.length, uses.count, uses.from, uses.to), in: adjacency(parts.ends.length, uses.count, uses.to, uses.from) };
}

function adjacency(ends: number, uses: number, from: Int32Array, to: Int32Array): Adjacency {
  const start = new Int32Array(ends + 1);
  for (let use = 0; use < uses; use++) start[(from[use] ?? 0) + 1]! += 1;
  for (let end = 0; end < ends; end++) start[end + 1]! += start[end] ?? 0;
  const next = start.slice();
  const [end, use] = [new Int32Array(uses), new Int32Array(uses)];
  for (let index = 0; index < uses; index++) {
    const place = next[from[index] ?? 0]!++;
    end[place] = to[index] ?? 0;
    use[place] = index;
  }
  return { start, end, use };
}

function slugOf(groups: Map<number, Group>, id: number | null): string | null {
  return id === null ? null : (groups.get(id)?.slug ?? null);
}

import { directions, groupings, meshFilters, type Direction, type Grouping, type MeshFilters } from "./graph-words.ts";

/** What the address of the mesh says. */
export type MeshQuery = { grouping: Grouping; filters: MeshFilters; focus: string | null; to: string | null; depth: number; direction: Direction; list: boolean };

const valuesMax = 50;
const depthMax = 6;

/** What an address says that means nothing, in words; `null` where all of it does mean something. Filters are judged where the mesh is known. */
export function faultOfMeshParams(params: URLSearchParams): string | null {
  const fault = (name: string, allowed: readonly string[]) => {
    const value = params.get(name);
    return value === null || value === "" || allowed.includes(value) ? null : `${name}: "${value}" means nothing here. It can be ${allowed.join(", ")}.`;
  };
  return fault("group", groupings) ?? fault("direction", directions) ?? fault("depth", Array.from({ length: depthMax }, (_, index) => String(index + 1))) ?? fault("view", ["list"]);
}

/** Reads an address; what means nothing is left out. */
export function readMeshQuery(params: URLSearchParams): MeshQuery {
  const filters: MeshFilters = {};
  for (const filter of meshFilters) {
    const values = params.getAll(filter).filter(Boolean).slice(0, valuesMax);
    if (values.length > 0) filters[filter] = [...new Set(values)];
  }
  const depth = Number(params.get("depth") ?? 1);
  return {
    grouping: groupings.find((word) => word === params.get("group")) ?? "domain",
    filters,
    focus: params.get("focus") || null,
    to: params.get("to") || null,
    depth: Number.isInteger(depth) && depth >= 1 ? Math.min(depth, depthMax) : 1,
    direction: directions.find((word) => word === params.get("direction")) ?? "both",
    list: params.get("view") === "list",
  };
}

/** The same in the shortest address; members of `change` replace those of the query. */
export function meshHref(query: MeshQuery, change: Partial<MeshQuery> = {}): string {
  const text = meshParams({ ...query, ...change }).toString();
  return text === "" ? "/mesh" : `/mesh?${text}`;
}

export function meshParams({ grouping, filters, focus, to, depth, direction, list }: MeshQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (focus) params.set("focus", focus);
  if (focus && to) params.set("to", to);
  if (focus && depth !== 1) params.set("depth", String(depth));
  if (focus && direction !== "both") params.set("direction", direction);
  if (!focus && grouping !== "domain") params.set("group", grouping);
  if (list) params.set("view", "list");
  for (const filter of meshFilters) for (const value of filters[filter] ?? []) params.append(filter, value);
  return params;
}

/** The address of the graph around one thing. */
export function focusHref(focus: string, change: Partial<MeshQuery> = {}): string {
  return meshHref({ grouping: "domain", filters: {}, focus, to: null, depth: 1, direction: "both", list: false }, change);
}

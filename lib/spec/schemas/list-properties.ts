import type { NormalizedSpec, Property } from "../normalized-spec.ts";

/** A property with its whole structural path; `row` is where it is spelled out. */
export type ListedProperty = { place: string; mediaType: string | null; path: string; name: string; type: string; format: string | null; description: string | null; required: boolean; deprecated: boolean; enum: string[]; internal: boolean; row: Property };

/**
 * Every property of an operation, or of a message: its own fields and those behind references, by place and structural
 * path. Where a schema is written makes no difference to the result. A schema is not entered again within itself, so
 * recursion ends; so does the list, at `countMax` properties or `depthMax` schemas within one another (`truncated`).
 */
export function listProperties(
  spec: NormalizedSpec,
  owner: { kind: "operation" | "message"; id: string },
  { depthMax = 20, countMax = 20_000 }: { depthMax?: number; countMax?: number } = {},
): { properties: ListedProperty[]; truncated: boolean } {
  const rows = rowsByOwner(spec);
  const found = new Map<string, ListedProperty>();
  let truncated = false;
  for (const row of rows.get(`${owner.kind} ${owner.id}`) ?? []) visit(row, row, "", row.internal, []);
  return { properties: [...found.values()], truncated };

  /** `start` is the row of the operation itself, which says the place; `base` the path so far; `chain` the schemas around. */
  function visit(row: Property, start: Property, base: string, internal: boolean, chain: string[]): void {
    const path = joinPath(base, row.path);
    if (row.name !== "") {
      const key = `${start.place}\n${start.mediaType ?? ""}\n${path}`;
      if (found.size >= countMax && !found.has(key)) {
        truncated = true;
        return;
      }
      // Of several branches that name a field, the first that was written is shown.
      if (!found.has(key)) found.set(key, listed(row, start, path, internal || row.internal));
    }
    if (row.ref === null || chain.includes(row.ref)) return;
    if (chain.length >= depthMax) {
      truncated = true;
      return;
    }
    for (const inner of rows.get(`schema ${row.ref}`) ?? []) {
      if (truncated) return;
      visit(inner, start, path, internal || row.internal, [...chain, row.ref]);
    }
  }
}

const cache = new WeakMap<NormalizedSpec, Map<string, Property[]>>();

function rowsByOwner(spec: NormalizedSpec): Map<string, Property[]> {
  const known = cache.get(spec);
  if (known) return known;
  const rows = new Map<string, Property[]>();
  for (const row of spec.properties) {
    const key = `${row.owner.kind} ${row.owner.id}`;
    const group = rows.get(key);
    if (group) group.push(row);
    else rows.set(key, [row]);
  }
  cache.set(spec, rows);
  return rows;
}

/** `items` and `[].id` give `items[].id`; `items[]` and `id` the same. */
function joinPath(base: string, path: string): string {
  if (base === "" || path === "") return base + path;
  return path.startsWith("[") || path.startsWith("{") ? base + path : `${base}.${path}`;
}

function listed(row: Property, start: Property, path: string, internal: boolean): ListedProperty {
  const { name, type, format, description, required, deprecated } = row;
  return { place: start.place, mediaType: start.mediaType, path, name, type, format, description, required, deprecated, enum: row.enum, internal, row };
}

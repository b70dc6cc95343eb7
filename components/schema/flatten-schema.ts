import type { SchemaValue } from "#lib/spec/normalized-spec.ts";
import { asObject, asSchema, asSchemas, asStrings, asText, resolveSchema, type SchemaMap } from "./schema-values.ts";

export type FlatSchema = {
  properties: Map<string, SchemaValue>;
  patterns: Map<string, SchemaValue>;
  required: Set<string>;
  more: SchemaValue | null;
  /** Ids taken in already: a schema named twice brings nothing new, and would cost twice at every level. */
  seen: Set<string>;
  groups: { label: string; note: string | null; options: SchemaValue[]; names?: string[]; step?: boolean }[];
};

/** One object out of a schema and everything its `allOf` brings. */
export function flattenSchema(value: Record<string, unknown>, schemas: SchemaMap, trail: string[], into?: FlatSchema): FlatSchema {
  const flat: FlatSchema = into ?? { properties: new Map(), patterns: new Map(), required: new Set(), more: null, seen: new Set(), groups: [] };
  for (const part of asSchemas(value.allOf)) {
    const resolved = resolveSchema(part, schemas);
    if (typeof resolved.value === "boolean" || resolved.missing !== null) {
      if (resolved.missing !== null) flat.groups.push({ label: "and all of", note: null, options: [part] });
      continue;
    }
    if (resolved.ids.some((id) => trail.includes(id) || flat.seen.has(id))) continue;
    for (const id of resolved.ids) flat.seen.add(id);
    flattenSchema(resolved.value, schemas, [...trail, ...resolved.ids], flat);
  }
  for (const [name, schema] of entries(value.properties)) flat.properties.set(name, schema);
  for (const [name, schema] of entries(value.patternProperties)) flat.patterns.set(name, schema);
  for (const name of asStrings(value.required)) flat.required.add(name);
  const more = asSchema(value.additionalProperties);
  if (typeof more === "object" && more !== null && Object.keys(more).length > 0) flat.more = more;
  addGroups(flat, value);
  return flat;
}

function addGroups(flat: FlatSchema, value: Record<string, unknown>): void {
  const discriminator = discriminatorWords(value.discriminator);
  const oneOf = asSchemas(value.oneOf);
  if (oneOf.length > 0) flat.groups.push({ label: "exactly one of", note: discriminator, options: oneOf });
  const anyOf = asSchemas(value.anyOf);
  if (anyOf.length > 0) flat.groups.push({ label: "at least one of", note: oneOf.length > 0 ? null : discriminator, options: anyOf });
  const tuple = asSchemas(value.prefixItems ?? (Array.isArray(value.items) ? value.items : null));
  if (tuple.length > 0) flat.groups.push({ label: "items, in this order", note: null, options: tuple, names: tuple.map((_, index) => `[${index}]`), step: true });
  for (const [word, label] of [["if", "if it fits"], ["then", "then also"], ["else", "otherwise"], ["not", "but not"]] as const) {
    const schema = asSchema(value[word]);
    if (schema !== null) flat.groups.push({ label, note: null, options: [schema] });
  }
  for (const [name, schema] of entries(value.dependentSchemas)) flat.groups.push({ label: `if ${name} is there, also`, note: null, options: [schema] });
}

function discriminatorWords(value: unknown): string | null {
  const name = asText(asObject(value)?.propertyName) ?? asText(value);
  return name === null ? null : `told apart by ${name}`;
}

function entries(value: unknown): [string, SchemaValue][] {
  return Object.entries(asObject(value) ?? {}).flatMap(([name, schema]) => {
    const known = asSchema(schema);
    return known === null ? [] : [[name, known] as [string, SchemaValue]];
  });
}

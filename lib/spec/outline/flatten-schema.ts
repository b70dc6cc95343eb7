import type { SchemaValue } from "../normalized-spec.ts";
import { asObject, asSchema, asSchemas, asStrings, asText, constOptions, refOf, resolveSchema, type SchemaMap } from "./schema-values.ts";

export type FlatSchema = {
  properties: Map<string, SchemaValue>;
  patterns: Map<string, SchemaValue>;
  required: Set<string>;
  more: SchemaValue | null;
  /** Ids taken in already: a schema named twice brings nothing new, and would cost twice at every level. */
  seen: Set<string>;
  groups: { label: string; note: string | null; options: SchemaValue[]; names?: string[]; step?: boolean; /** What the discriminator says for each option. */ told?: (string | null)[] }[];
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
  const listed = constOptions(value).length > 0;
  const oneOf = listed ? [] : asSchemas(value.oneOf);
  if (oneOf.length > 0) flat.groups.push({ label: "exactly one of", note: discriminator, options: oneOf, told: discriminatedBy(value.discriminator, oneOf) });
  const anyOf = listed && value.oneOf === undefined ? [] : asSchemas(value.anyOf);
  if (anyOf.length > 0) flat.groups.push({ label: "at least one of", note: oneOf.length > 0 ? null : discriminator, options: anyOf, told: discriminatedBy(value.discriminator, anyOf) });
  // Without options of its own: those that refer to it by `allOf` are told apart here (OpenAPI 3.1, section 4.8.25).
  const mapped = oneOf.length + anyOf.length > 0 ? [] : mappedSchemas(value.discriminator);
  if (mapped.length > 0) flat.groups.push({ label: "may be one of", note: discriminator, options: mapped.map(({ id }) => ({ $ref: id })), told: mapped.map(({ said }) => said) });
  const tuple = asSchemas(value.prefixItems ?? (Array.isArray(value.items) ? value.items : null));
  if (tuple.length > 0) flat.groups.push({ label: "items, in this order", note: null, options: tuple, names: tuple.map((_, index) => `[${index}]`), step: true });
  for (const [word, label] of [["if", "if it fits"], ["then", "then also"], ["else", "otherwise"], ["not", "but not"], ["contains", "holds an item such as"], ["propertyNames", "its names are"]] as const) {
    const schema = asSchema(value[word]);
    if (schema !== null) flat.groups.push({ label, note: null, options: [schema] });
  }
  for (const [name, names] of Object.entries(asObject(value.dependentRequired) ?? {})) flat.groups.push({ label: `if ${name} is there, so must be ${asStrings(names).join(", ")}`, note: null, options: [] });
  for (const [name, schema] of entries(value.dependentSchemas)) flat.groups.push({ label: `if ${name} is there, also`, note: null, options: [schema] });
}

function discriminatorWords(value: unknown): string | null {
  const name = asText(asObject(value)?.propertyName) ?? asText(value);
  return name === null ? null : `told apart by ${name}`;
}

function mappedSchemas(discriminator: unknown): { id: string; said: string }[] {
  const name = asText(asObject(discriminator)?.propertyName);
  const mapping = asObject(asObject(discriminator)?.mapping) ?? {};
  if (name === null) return [];
  return Object.entries(mapping).flatMap(([value, id]) => (typeof id === "string" && id.includes("#") ? [{ id, said: `${name}: ${value}` }] : []));
}

function discriminatedBy(discriminator: unknown, options: SchemaValue[]): (string | null)[] {
  const mapped = mappedSchemas(discriminator);
  return options.map((option) => mapped.filter(({ id }) => id === refOf(option)).map(({ said }) => said).join(", ") || null);
}

function entries(value: unknown): [string, SchemaValue][] {
  return Object.entries(asObject(value) ?? {}).flatMap(([name, schema]) => {
    const known = asSchema(schema);
    return known === null ? [] : [[name, known] as [string, SchemaValue]];
  });
}

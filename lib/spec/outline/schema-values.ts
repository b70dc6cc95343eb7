import type { Schema, SchemaValue } from "../normalized-spec.ts";

/** The schemas that a page knows, by id. What is absent is shown as a link. */
export type SchemaMap = ReadonlyMap<string, Schema>;

export function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

export function asSchema(value: unknown): SchemaValue | null {
  return typeof value === "boolean" ? value : asObject(value);
}

export function asSchemas(value: unknown): SchemaValue[] {
  return Array.isArray(value) ? value.map(asSchema).filter((schema) => schema !== null) : [];
}

export function asText(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

export function asNumber(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

export function asStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Alternatives that are but values, each with what is said of it: how JSON Schema describes the values of an enum. Empty where any is more than that. */
export function constOptions(schema: Record<string, unknown>): { value: unknown; description: string | null }[] {
  const options = asSchemas(schema.oneOf ?? schema.anyOf);
  const values = options.flatMap((option) => (typeof option === "object" && "const" in option ? [{ value: option.const, description: asText(option.description) ?? asText(option.title) }] : []));
  return values.length === options.length ? values : [];
}

/** The canonical id that a schema refers to, or `null`. */
export function refOf(schema: SchemaValue | null): string | null {
  return typeof schema === "object" && schema !== null && typeof schema.$ref === "string" ? schema.$ref : null;
}

/** Last name of a reference, for people: `#/components/schemas/Order` → `Order`. */
export function refName(id: string, schemas?: SchemaMap): string {
  const known = schemas?.get(id);
  if (known) return known.name;
  const last = id.split(/[/#]/).filter((part) => part !== "").at(-1) ?? id;
  return last.replaceAll("~1", "/").replaceAll("~0", "~");
}

export type Resolved = {
  /** The schema with what stands beside its `$ref` laid over it. */
  value: Record<string, unknown> | boolean;
  /** Ids that were followed, outermost first. */
  ids: string[];
  /** The reference that leads to nothing here. */
  missing: string | null;
};

/** Follows `$ref` (and an `allOf` of one) to the schema itself. A chain that bites its tail ends there. */
export function resolveSchema(schema: SchemaValue, schemas: SchemaMap): Resolved {
  const ids: string[] = [];
  let value = schema;
  for (;;) {
    if (typeof value === "boolean") return { value, ids, missing: null };
    const id = refOf(value);
    if (id !== null) {
      const target = schemas.get(id);
      if (target === undefined || ids.includes(id)) return { value, ids, missing: target === undefined ? id : null };
      ids.push(id);
      value = overlay(target.json, value);
      continue;
    }
    const only = Array.isArray(value.allOf) && value.allOf.length === 1 ? asSchema(value.allOf[0]) : null;
    if (only === null) return { value, ids, missing: null };
    const { allOf: _, ...siblings } = value;
    value = mergeOne(only, siblings);
  }
}

/** Siblings of a `$ref` (a description, a default) win over those of its target. */
function overlay(target: SchemaValue, beside: Record<string, unknown>): SchemaValue {
  const { $ref: _, ...siblings } = beside;
  if (Object.keys(siblings).length === 0) return target;
  return typeof target === "boolean" ? target : mergeOne(target, siblings);
}

function mergeOne(base: SchemaValue, over: Record<string, unknown>): SchemaValue {
  if (typeof base === "boolean") return Object.keys(over).length === 0 ? base : over;
  const properties = { ...asObject(base.properties), ...asObject(over.properties) };
  const required = [...new Set([...asStrings(base.required), ...asStrings(over.required)])];
  return {
    ...base,
    ...over,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

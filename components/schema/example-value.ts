import type { SchemaValue } from "#lib/spec/normalized-spec.ts";
import { flattenSchema } from "#lib/spec/outline/flatten-schema.ts";
import { asNumber, asSchema, asSchemas, asText, resolveSchema, type SchemaMap } from "#lib/spec/outline/schema-values.ts";
import { isNull, typesOf } from "#lib/spec/outline/type-words.ts";

export type ExampleOptions = { direction?: "request" | "response" };
type At = { schemas: SchemaMap; trail: string[]; depth: number; direction: "request" | "response"; name: string; budget: { left: number } };

const depthMax = 9;
// Schemas that refer to one another multiply; an example of more than this nobody reads.
const valuesMax = 400;

/**
 * A value such as the schema describes: what the document gives as example or default, else made up, the same each time.
 * Required fields at any depth, optional ones near the top; a schema that contains itself ends there.
 */
export function exampleValue(schema: SchemaValue | null, schemas: SchemaMap, options: ExampleOptions = {}): unknown {
  return make(schema ?? true, { schemas, trail: [], depth: 0, direction: options.direction ?? "response", name: "", budget: { left: valuesMax } });
}

function make(schema: SchemaValue, at: At): unknown {
  const resolved = resolveSchema(schema, at.schemas);
  const value = resolved.value;
  if (typeof value === "boolean" || resolved.missing !== null || value.$ref !== undefined) return value === false ? null : {};
  const given = givenValue(value);
  if (given !== undefined) return given;
  at.budget.left -= 1;
  if (at.budget.left < 0 || at.depth > depthMax || resolved.ids.some((id) => at.trail.includes(id))) return typesOf(value).includes("array") ? [] : typesOf(value).includes("null") || value.nullable === true ? null : {};
  const next = { ...at, trail: [...at.trail, ...resolved.ids], depth: at.depth + 1 };
  const options = asSchemas(value.oneOf ?? value.anyOf);
  const chosen = options.find((option) => !isNull(option, at.schemas)) ?? options[0];
  const types = typesOf(value).filter((type) => type !== "null");
  const type = types[0] ?? (value.allOf !== undefined ? "object" : undefined);
  if (chosen !== undefined && type !== "object") return make(chosen, next);
  if (type === "object") {
    const made = objectOf(value, next);
    const option = chosen === undefined ? null : make(chosen, next);
    return typeof option === "object" && option !== null && !Array.isArray(option) ? { ...made, ...option } : made;
  }
  if (type === "array") return arrayOf(value, next);
  return type === undefined ? (typesOf(value).includes("null") ? null : "…") : plain(type, value, at.name);
}

function givenValue(value: Record<string, unknown>): unknown {
  if ("const" in value) return value.const;
  if (value.example !== undefined) return value.example;
  if (Array.isArray(value.examples) && value.examples.length > 0) return value.examples[0];
  if (value.default !== undefined && value.default !== null) return value.default;
  return Array.isArray(value.enum) ? value.enum[0] : undefined;
}

function objectOf(value: Record<string, unknown>, at: At): Record<string, unknown> {
  const flat = flattenSchema(value, at.schemas, at.trail);
  const made: Record<string, unknown> = {};
  for (const [name, schema] of flat.properties) {
    const resolved = resolveSchema(schema, at.schemas);
    const facts = typeof resolved.value === "object" ? resolved.value : {};
    if (at.direction === "request" ? facts.readOnly === true : facts.writeOnly === true) continue;
    const optional = !flat.required.has(name);
    const again = resolved.ids.some((id) => at.trail.includes(id));
    if (optional && (again || at.budget.left <= 0 || at.depth > 5 || facts.deprecated === true)) continue;
    made[name] = make(schema, { ...at, name });
  }
  if (Object.keys(made).length === 0 && flat.more !== null) made.key = make(flat.more, { ...at, name: "key" });
  return made;
}

function arrayOf(value: Record<string, unknown>, at: At): unknown[] {
  const tuple = asSchemas(value.prefixItems ?? (Array.isArray(value.items) ? value.items : null));
  if (tuple.length > 0) return tuple.map((item) => make(item, at));
  const items = asSchema(value.items);
  if (items === null) return [];
  const { ids } = resolveSchema(items, at.schemas);
  if (ids.some((id) => at.trail.includes(id))) return [];
  const count = Math.min(3, Math.max(1, asNumber(value.minItems) ?? 1));
  return Array.from({ length: count }, () => make(items, at));
}

function plain(type: string, value: Record<string, unknown>, name: string): unknown {
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return numberOf(type, value);
  if (type === "null") return null;
  return textOf(value, name);
}

function numberOf(type: string, value: Record<string, unknown>): number {
  const above = asNumber(value.exclusiveMinimum);
  const low = above !== null ? above + 1 : value.exclusiveMinimum === true ? (asNumber(value.minimum) ?? 0) + 1 : asNumber(value.minimum);
  const high = asNumber(value.maximum) ?? asNumber(value.exclusiveMaximum);
  const step = asNumber(value.multipleOf);
  const wished = low ?? (high !== null && high < 1 ? high : 1);
  const stepped = step !== null && step > 0 ? Math.ceil(wished / step) * step : wished;
  return type === "integer" ? Math.ceil(stepped) : stepped;
}

const byFormat: Record<string, string> = {
  "date-time": "2026-01-31T09:30:00Z",
  date: "2026-01-31",
  time: "09:30:00Z",
  duration: "PT15M",
  uuid: "3f2b1c9e-5d84-4c1a-9b0e-7a6d5c4b3a21",
  email: "ada@example.com",
  uri: "https://example.com/",
  url: "https://example.com/",
  "uri-reference": "/things/1",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  byte: "aGVsbG8=",
  binary: "…",
  password: "…",
};

function textOf(value: Record<string, unknown>, name: string): string {
  const format = asText(value.format);
  const known = format === null ? undefined : byFormat[format];
  const text = known ?? (name === "" ? "text" : name.replaceAll("_", " "));
  if (known !== undefined) return known;
  const least = asNumber(value.minLength) ?? 0;
  const most = asNumber(value.maxLength) ?? Number.POSITIVE_INFINITY;
  return text.padEnd(Math.min(least, 200), "x").slice(0, Math.max(most, 0));
}

import type { SchemaValue } from "../normalized-spec.ts";
import { asSchema, asSchemas, asStrings, asText, constOptions, refName, refOf, resolveSchema, type SchemaMap } from "./schema-values.ts";

/** A part of a type in words; `id` names the schema that a part is, so that it can be a link. */
export type TypePart = { text: string; id?: string };

/** What a value is, in words: `array of Order`, `string (uuid) or null`, `map of integer`, `Card or Transfer`. */
export function typeParts(schema: SchemaValue | null, schemas: SchemaMap, depth = 0): TypePart[] {
  if (schema === null || schema === true) return [{ text: "any value" }];
  if (schema === false) return [{ text: "nothing" }];
  const id = refOf(schema);
  if (id !== null) {
    const target = schemas.get(id);
    // A named string or number says more as what it is.
    const base = target === undefined ? null : plainType(resolveSchema(target.json, schemas).value);
    return [{ text: refName(id, schemas), id }, ...(base === null ? [] : [{ text: ` ${base}` }])];
  }
  if (depth > 4) return [{ text: "…" }];
  const parts = ofValue(schema, schemas, depth);
  return schema.nullable === true && !typesOf(schema).includes("null") ? [...parts, { text: " or null" }] : parts;
}

export function typeText(parts: TypePart[]): string {
  return parts.map((part) => part.text).join("");
}

function ofValue(value: Record<string, unknown>, schemas: SchemaMap, depth: number): TypePart[] {
  const types = typesOf(value);
  if (types.length > 1) return joined(types.map((type) => ofType(type, value, schemas, depth)), " or ");
  if (types[0] !== undefined) return ofType(types[0], value, schemas, depth);
  if (constOptions(value).length > 0) return [{ text: "enum" }];
  for (const word of ["oneOf", "anyOf"] as const) {
    const options = asSchemas(value[word]);
    if (options.length > 4) return [{ text: `one of ${options.length} types` }];
    if (options.length > 0) return joined(distinct(options.map((option) => typeParts(option, schemas, depth + 1))), " or ");
  }
  const all = asSchemas(value.allOf);
  if (all.length > 0) {
    const named = all.filter((part) => refOf(part) !== null);
    return named.length === 0 ? [{ text: "object" }] : joined(named.map((part) => typeParts(part, schemas, depth + 1)), " and ");
  }
  if (Array.isArray(value.enum)) return [{ text: "enum" }];
  if ("const" in value) return [{ text: "constant" }];
  return [{ text: withFormat(impliedType(value), value) }];
}

function ofType(type: string, value: Record<string, unknown>, schemas: SchemaMap, depth: number): TypePart[] {
  if (type === "array") {
    if (Array.isArray(value.prefixItems) || Array.isArray(value.items)) return [{ text: "tuple" }];
    const items = asSchema(value.items);
    return items === null || items === true ? [{ text: "array" }] : [{ text: "array of " }, ...grouped(typeParts(items, schemas, depth + 1))];
  }
  if (type === "object") {
    const more = asSchema(value.additionalProperties);
    if (value.properties === undefined && typeof more === "object" && more !== null) return [{ text: "map of " }, ...grouped(typeParts(more, schemas, depth + 1))];
    const title = asText(value.title);
    return [{ text: title !== null && title.length <= 40 ? `object ${title}` : "object" }];
  }
  return [{ text: withFormat(type, value) }];
}

/** `type` as a list, or what the other words imply. */
export function typesOf(value: Record<string, unknown>): string[] {
  if (typeof value.type === "string") return [value.type];
  const listed = asStrings(value.type);
  if (listed.length > 0) return listed;
  if (value.properties !== undefined || value.additionalProperties !== undefined || value.patternProperties !== undefined) return ["object"];
  if (value.items !== undefined || value.prefixItems !== undefined) return ["array"];
  if (value.pattern !== undefined || value.minLength !== undefined || value.maxLength !== undefined) return ["string"];
  return [];
}

/** What a scalar is, with its format: `string (date-time) or null`. */
function plainType(schema: SchemaValue): string | null {
  if (typeof schema === "boolean") return null;
  const types = typesOf(schema);
  const [type, ...others] = types.filter((candidate) => candidate !== "null");
  if (type === undefined || others.length > 0 || type === "object" || type === "array") return null;
  return `${withFormat(type, schema)}${types.includes("null") || schema.nullable === true ? " or null" : ""}`;
}

function withFormat(type: string, value: Record<string, unknown>): string {
  const format = asText(value.format) ?? asText(value.contentMediaType);
  return format === null || type === "null" ? type : `${type} (${format})`;
}

const impliedBy: [type: string, words: string[]][] = [
  ["object", ["required", "minProperties", "maxProperties", "propertyNames", "dependentRequired", "dependentSchemas"]],
  ["array", ["minItems", "maxItems", "uniqueItems", "contains"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];

/** What a schema speaks of that says no type but demands something. */
function impliedType(value: Record<string, unknown>): string {
  return impliedBy.find(([, words]) => words.some((word) => value[word] !== undefined))?.[0] ?? "any value";
}

function grouped(parts: TypePart[]): TypePart[] {
  return parts.some((part) => part.text === " or ") ? [{ text: "(" }, ...parts, { text: ")" }] : parts;
}

function joined(lists: TypePart[][], by: string): TypePart[] {
  return lists.flatMap((list, index) => (index === 0 ? list : [{ text: by }, ...list]));
}

function distinct(lists: TypePart[][]): TypePart[][] {
  const seen = new Set<string>();
  return lists.filter((list) => {
    const text = typeText(list);
    return seen.has(text) ? false : Boolean(seen.add(text));
  });
}

/** Whether a schema is only `null`, as one side of "X or null". */
export function isNull(schema: SchemaValue, schemas: SchemaMap): boolean {
  const { value } = resolveSchema(schema, schemas);
  return typeof value === "object" && (value.type === "null" || ("const" in value && value.const === null));
}

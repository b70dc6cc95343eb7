import { refOf } from "../text/reference-resolver.ts";
import { isObject, listOf, textOf } from "../values.ts";

const CHOICES_MAX = 4;
const DEPTH_MAX = 6;

/**
 * A schema's type in words: "string", "array of Order", "map of integer", "Cat or Dog", "string (uuid) or null".
 * `nameOf` gives the name of a `$ref`'s target. The format of the schema itself is left out unless `withFormat`.
 */
export function typeName(schema: unknown, nameOf: (ref: string) => string, withFormat = false, depth = 0): string {
  if (!isObject(schema)) return schema === false ? "nothing" : "any";
  if (depth > DEPTH_MAX) return "object";
  const ref = refOf(schema);
  if (ref !== null) return nameOf(ref);
  const inner = (value: unknown) => typeName(value, nameOf, true, depth + 1);
  const name = plainName(schema, inner, withFormat);
  const nullable = schema["nullable"] === true || schema["x-nullable"] === true;
  return nullable && !/\bnull$/.test(name) && name !== "any" ? `${name} or null` : name;
}

function plainName(schema: Record<string, unknown>, inner: (value: unknown) => string, withFormat: boolean): string {
  const types = (Array.isArray(schema["type"]) ? listOf(schema["type"]) : [schema["type"]]).map(textOf).filter((type) => type !== null);
  const choices = listOf(schema["oneOf"] ?? schema["anyOf"]);
  if (types.length > 0 && !(choices.length > 0 && types[0] === "object")) {
    return types.map((type) => ofType(type, schema, inner, withFormat)).join(" or ");
  }
  if (choices.length > 0) return oneOf(choices.map(inner));
  const parts = listOf(schema["allOf"]);
  if (parts.length > 0) {
    const names = [...new Set(parts.map(inner))].filter((name) => name !== "object" && name !== "any");
    return names.length === 0 ? "object" : names.join(" and ");
  }
  if (isObject(schema["properties"]) || isObject(schema["additionalProperties"])) return ofType("object", schema, inner, withFormat);
  if (schema["items"] !== undefined || schema["prefixItems"] !== undefined) return ofType("array", schema, inner, withFormat);
  const values = schema["const"] === undefined ? listOf(schema["enum"]) : [schema["const"]];
  return values.length > 0 ? oneOf(values.map(kindOf)) : "any";
}

function ofType(type: string, schema: Record<string, unknown>, inner: (value: unknown) => string, withFormat: boolean): string {
  if (type === "array") {
    const items = schema["items"];
    if (items === undefined || Array.isArray(items) || schema["prefixItems"] !== undefined) return "array";
    const name = inner(items);
    return name === "any" ? "array" : `array of ${grouped(name)}`;
  }
  if (type === "object" && isObject(schema["additionalProperties"]) && !isObject(schema["properties"])) {
    return `map of ${grouped(inner(schema["additionalProperties"]))}`;
  }
  const format = withFormat ? textOf(schema["format"]) : null;
  return format === null ? type : `${type} (${format})`;
}

/** "array of (Cat or Dog)": without them it could be a Dog. */
function grouped(name: string): string {
  return / (or|and) /.test(name) ? `(${name})` : name;
}

function oneOf(names: string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.length > CHOICES_MAX ? [...distinct.slice(0, CHOICES_MAX - 1), `${distinct.length - CHOICES_MAX + 1} more`] : distinct;
  return shown.join(" or ");
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

import { isObject } from "../../values.ts";

/** A copy of a tree in which `change` was asked about every value, inner ones first. */
export function mapTree(value: unknown, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return change(value.map((item) => mapTree(item, change)));
  if (!isObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapTree(member, change)])));
}

/** Members that hold examples and the like: whatever is in them is no part of the document's own structure. */
const foreign = new Set(["example", "examples", "default", "const", "enum", "x-example", "x-examples"]);

/** The same for schemas alone: `change` gets each schema object, with its inner schemas changed already. */
export function mapSchemas(value: unknown, change: (schema: Record<string, unknown>) => unknown, isSchema = false): unknown {
  if (Array.isArray(value)) return value.map((item) => mapSchemas(item, change, isSchema));
  if (!isObject(value)) return value;
  const mapped = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapMember(name, member, change, isSchema)]));
  return isSchema ? change(mapped) : mapped;
}

const ofOne = new Set(["items", "additionalProperties", "not", "allOf", "oneOf", "anyOf", "prefixItems", "contains", "propertyNames", "if", "then", "else", "additionalItems", "unevaluatedItems", "unevaluatedProperties"]);
const ofMany = new Set(["properties", "patternProperties", "definitions", "$defs", "dependentSchemas"]);

function mapMember(name: string, member: unknown, change: (schema: Record<string, unknown>) => unknown, inSchema: boolean): unknown {
  if (foreign.has(name) || name.startsWith("x-")) return member;
  if (inSchema) {
    if (ofOne.has(name)) return mapSchemas(member, change, true);
    return ofMany.has(name) ? mapEach(member, change) : member;
  }
  if (name === "schema" || name === "itemSchema") return mapSchemas(member, change, true);
  if ((name === "schemas" || name === "definitions") && isObject(member)) return mapEach(member, change);
  return mapSchemas(member, change);
}

function mapEach(member: unknown, change: (schema: Record<string, unknown>) => unknown): unknown {
  return isObject(member) ? Object.fromEntries(Object.entries(member).map(([name, schema]) => [name, mapSchemas(schema, change, true)])) : member;
}

import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { isObject, type Json, listOf } from "../../values.ts";
import { mapSchemas } from "./map-tree.ts";
import type { SchemaSet } from "./random-schemas.ts";

type Judge = (value: unknown) => boolean;

/** Whether a value keeps to a schema, with the policies by which schemas are compared. */
export function judgeOf(set: SchemaSet): Judge {
  return compile(plain(set), true);
}

/**
 * The same, of values only that comparing has in view: undeclared properties are taken for absent unless other properties are
 * described, and a schema without any type says nothing about null.
 */
export function expectedOf(set: SchemaSet): Judge {
  const { root, named } = plain(set);
  const within = Object.fromEntries(Object.entries(named).map(([name, schema]) => [`${name}Within`, inPlace(schema)]));
  return compile({ root: closed(root) as SchemaSet["root"], named: { ...named, ...(within as SchemaSet["named"]) } }, false);
}

/** What is emitted may have properties that were ruled out: clients ignore them. */
export function toleratedOf(set: SchemaSet): Judge {
  const tolerant = (schema: Json) => Object.fromEntries(Object.entries(schema).filter(([keyword, value]) => keyword !== "additionalProperties" || value !== false));
  // Where it is only asked about, what is ruled out counts: it is said in other words there.
  const asked = (schema: unknown) => mapSchemas(schema, (inner) => (inner["additionalProperties"] === false ? { ...inner, additionalProperties: { not: {} } } : inner), true);
  const kept = (schema: Json) => Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, keyword === "not" || keyword === "if" ? asked(value) : value]));
  return compile(mapSet(mapSet(plain(set), kept), tolerant), true);
}

/** `endless`: the answer for a schema that leads back to itself on the same value, which no validator can check. */
function compile({ root, named }: SchemaSet, endless: boolean): Judge {
  const ajv = new Ajv2020({ strict: false, logger: false, validateFormats: true, unevaluated: true });
  formats.default(ajv, { mode: "full" });
  const orEndless = <Result>(work: () => Result): Result | boolean => {
    try {
      return work();
    } catch (error) {
      if (error instanceof RangeError) return endless;
      throw error;
    }
  };
  const validate = orEndless(() => ajv.compile({ components: { schemas: named }, allOf: [root] }));
  return (value) => (typeof validate === "boolean" ? validate : orEndless(() => validate(value)));
}

/** Alternatives are not told apart by one another: a value of two of them is a value of the schema. */
function plain(set: SchemaSet): SchemaSet {
  return mapSet(set, ({ oneOf, ...schema }) => (oneOf === undefined ? schema : { ...schema, allOf: [...listOf(schema["allOf"]), { anyOf: oneOf }] }));
}

function mapSet({ root, named }: SchemaSet, change: (schema: Json) => Json): SchemaSet {
  const map = (schema: unknown) => mapSchemas(schema, change, true) as SchemaSet["root"];
  return { root: map(root), named: Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, map(schema)])) };
}

function closed(schema: unknown): Json {
  const orNull = saysNull(schema) ? {} : { not: { type: "null" } };
  return { allOf: [inPlace(schema), orNull], unevaluatedProperties: false, unevaluatedItems: true };
}

const joined = new Set(["allOf", "anyOf", "oneOf", "then", "else"]);
const inner = new Set(["items", "contains", "additionalProperties", "prefixItems"]);

/** A schema on the same value as the one that is closed around it. */
function inPlace(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(inPlace);
  if (!isObject(schema)) return schema;
  return Object.fromEntries(Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (keyword === "$ref") return [keyword, `${String(value)}Within`];
    if (joined.has(keyword)) return [keyword, inPlace(value)];
    if (inner.has(keyword)) return [keyword, Array.isArray(value) ? value.map(closed) : value === false ? false : closed(value)];
    if (keyword === "dependentSchemas" && isObject(value)) return [keyword, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inPlace(one)]))];
    if ((keyword === "properties" || keyword === "patternProperties") && isObject(value)) return [keyword, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closed(one)]))];
    return [keyword, value];
  }));
}

function saysNull(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  return [schema["type"]].flat().includes("null") || listOf(schema["enum"]).includes(null) || schema["const"] === null || "$ref" in schema || ["allOf", "anyOf", "oneOf"].some((keyword) => listOf(schema[keyword]).some(saysNull));
}

import type { SchemaValue } from "../../normalized-spec.ts";
import { isObject, type Json, listOf } from "../../values.ts";
import { schemaPlaces } from "./alter-schema.ts";
import type { Random } from "./random.ts";
import { openObject, randomSchema, type SchemaSet } from "./random-schemas.ts";

/** The same schemas with one of them demanding less: whatever was valid still is. `null` where nothing was found to weaken. */
export function weakenSchemas(random: Random, set: SchemaSet): SchemaSet | null {
  const weaker = structuredClone(set);
  // What such a place refers to is as it was, too.
  const turned = schemaPlaces(weaker, () => true).some(({ holder, key, keyword }) => lessIsMore(keyword) && JSON.stringify(holder[key]).includes("$ref"));
  const places = schemaPlaces(weaker, (keyword) => !lessIsMore(keyword)).filter(({ isNamed }) => !turned || !isNamed);
  for (let attempt = 0; attempt < 20; attempt++) {
    const { holder, key, keyword } = random.pick(places);
    const schema = holder[key];
    if (!isObject(schema)) continue;
    const found = random.pick(weakenings)(random, schema);
    // The parts of a whole are read together: alternatives would multiply.
    if (!isObject(found) || (keyword === "allOf" && "anyOf" in found)) continue;
    holder[key] = found;
    return weaker;
  }
  return null;
}

/** Within `not` and `if` less is more; so it is within `contains` where it is counted. */
function lessIsMore(keyword: string): boolean {
  return ["not", "if", "contains"].includes(keyword) || keyword.startsWith("dependent");
}

const loosened: Readonly<Record<string, -1 | 1>> = {
  minimum: -1, exclusiveMinimum: -1, maximum: 1, exclusiveMaximum: 1, minLength: -1, maxLength: 1, minItems: -1, maxItems: 1, minProperties: -1, maxProperties: 1, maxContains: 1,
};
const droppable = ["multipleOf", "pattern", "format", "uniqueItems", "required", "propertyNames", "dependentRequired", "dependentSchemas", "not", ...Object.keys(loosened)];

const weakenings: ((random: Random, schema: Json) => unknown)[] = [
  (random, schema) => {
    const there = droppable.filter((keyword) => keyword in schema);
    return there.length === 0 ? null : without(schema, random.pick(there));
  },
  (random, schema) => {
    const there = Object.keys(loosened).filter((keyword) => Number(schema[keyword]) > 0);
    const keyword = there.length === 0 ? null : random.pick(there);
    return keyword === null ? null : { ...schema, [keyword]: Number(schema[keyword]) + (loosened[keyword] ?? 0) };
  },
  (_, schema) => ("contains" in schema ? without(without(without(schema, "contains"), "minContains"), "maxContains") : null),
  (_, schema) => ("if" in schema ? without(without(without(schema, "if"), "then"), "else") : null),
  (random, schema) => (listOf(schema["required"]).length > 1 ? { ...schema, required: listOf(schema["required"]).toSpliced(random.between(0, listOf(schema["required"]).length - 1), 1) } : null),
  (_, schema) => ("additionalProperties" in schema ? without(schema, "additionalProperties") : null),
  (_, schema) => (schema["additionalProperties"] === false ? { ...schema, additionalProperties: true } : null),
  (_, schema) => ("items" in schema ? without(schema, "items") : null),
  (random, schema) => (Array.isArray(schema["enum"]) ? { ...schema, enum: [...new Set([...(schema["enum"] as unknown[]), random.pick(["aaaa", 5, true, null])])] } : null),
  (random, schema) => ("const" in schema ? { ...without(schema, "const"), enum: [schema["const"], random.pick(["x", 7])] } : null),
  (_, schema) => (schema["type"] === "integer" && !("format" in schema) ? { ...schema, type: "number" } : null),
  (random, schema) => (typeof schema["type"] === "string" && schema["type"] !== "null" ? { ...schema, type: [schema["type"], random.pick(schema["type"] === "boolean" ? ["null"] : ["null", "boolean"])] } : null),
  (random, schema) => (["anyOf", "oneOf"] as const).map((keyword) => (Array.isArray(schema[keyword]) ? { ...schema, [keyword]: [...(schema[keyword] as unknown[]), another(random)] } : null)).find((found) => found !== null) ?? null,
  (random, schema) => ({ anyOf: [another(random), schema] }),
];

/** An alternative that refers to nothing: it could lead back to itself. */
function another(random: Random): SchemaValue {
  return random.chance(0.5) ? randomSchema(random, 0) : openObject(random, 1);
}

function without(schema: Json, keyword: string): Json {
  const { [keyword]: _gone, ...rest } = schema;
  return rest;
}

import type { SchemaValue } from "../../normalized-spec.ts";
import type { Json } from "../../values.ts";
import type { Random } from "./random.ts";

/** A schema with those that it refers to, by name. */
export type SchemaSet = { root: SchemaValue; named: Record<string, SchemaValue> };

/** Few, so that schemas and values meet. */
export const propertyNames = ["a", "b", "c", "d"];
export const texts = ["", "a", "b", "ab", "abc", "ba", "aaaa", "2024-01-01", "2024-01-01T00:00:00Z", "192.168.0.1", "1a"];
export const numbers = [-3, -1, 0, 1, 2, 3, 4, 5, 6, 8, 0.5, 1.5, 2.5];
const patterns = ["^a", "b$", "^[ab]*$", "^.{2}"];
const formats = ["date", "date-time", "ipv4"];
const referable = ["A", "B", "C"];

/** A schema of any kind, as OpenAPI 3.1 and AsyncAPI 3 write it; what it refers to may refer to itself. */
export function randomSchemas(random: Random): SchemaSet {
  const named = Object.fromEntries(referable.map((name) => [name, name === "C" ? openObject(random, 1) : randomSchema(random, 1)]));
  return { root: randomSchema(random, 3), named };
}

export function randomSchema(random: Random, depth: number): SchemaValue {
  const flat = [scalar, number, number, values, several];
  const deep = [...flat, array, array, object, object, object, alternatives, alternatives, parts, reference, negation, condition];
  return random.pick(depth > 0 ? deep : flat)(random, depth);
}

function number(random: Random): Json {
  const schema: Json = { type: random.pick(["integer", "number"]) };
  if (random.chance(0.4)) schema[random.pick(["minimum", "exclusiveMinimum"])] = random.between(-2, 2);
  if (random.chance(0.4)) schema[random.pick(["maximum", "exclusiveMaximum"])] = random.between(2, 6);
  if (random.chance(0.2)) schema["multipleOf"] = random.pick([1, 2, 3, 4, 0.5]);
  if (random.chance(0.1)) schema["format"] = "int32";
  return schema;
}

function scalar(random: Random): SchemaValue {
  if (random.chance(0.3)) return random.pick<SchemaValue>([{ type: "boolean" }, { type: "null" }, {}, true]);
  const schema: Json = { type: "string" };
  if (random.chance(0.3)) schema["minLength"] = random.between(0, 2);
  if (random.chance(0.3)) schema["maxLength"] = random.between(1, 4);
  if (random.chance(0.2)) schema["pattern"] = random.pick(patterns);
  if (random.chance(0.15)) schema["format"] = random.pick(formats);
  return schema;
}

function values(random: Random): Json {
  const all = [...texts.slice(0, 5), ...numbers.slice(2, 7), 1.5, true, false, null];
  if (random.chance(0.3)) return { const: random.pick(all) };
  const list = random.some(random.chance(0.6) ? texts.slice(0, 5) : all, 0.4);
  return list.length === 0 ? { type: "string", enum: ["a"] } : { enum: list };
}

/** Several types at once, with what holds for only one of them. */
function several(random: Random): Json {
  const types = random.some(["null", "string", "integer", "boolean", "number"], 0.5);
  const limits = { ...number(random), ...(random.chance(0.5) ? { maxLength: random.between(1, 4) } : {}) };
  return { ...limits, type: types.length === 0 ? ["string", "null"] : types };
}

function array(random: Random, depth: number): Json {
  const schema: Json = { type: "array" };
  if (random.chance(0.7)) schema["items"] = random.chance(0.1) ? false : randomSchema(random, depth - 1);
  if (random.chance(0.2)) schema["prefixItems"] = Array.from({ length: random.between(1, 2) }, () => randomSchema(random, depth - 1));
  if (random.chance(0.15)) schema["contains"] = randomSchema(random, 0);
  if (schema["contains"] !== undefined && random.chance(0.4)) schema[random.pick(["minContains", "maxContains"])] = random.between(0, 2);
  if (random.chance(0.25)) schema["minItems"] = random.between(0, 2);
  if (random.chance(0.25)) schema["maxItems"] = random.between(0, 3);
  if (random.chance(0.2)) schema["uniqueItems"] = true;
  return schema;
}

/** An object without a word on other properties. */
export function openObject(random: Random, depth: number): Json {
  const names = random.some(propertyNames, 0.5);
  const schema: Json = { type: "object", properties: Object.fromEntries(names.map((name) => [name, randomSchema(random, depth - 1)])) };
  const required = random.some(random.chance(0.9) ? names : propertyNames, 0.4);
  if (required.length > 0) schema["required"] = required;
  return schema;
}

function object(random: Random, depth: number): Json {
  const schema = openObject(random, depth);
  if (random.chance(0.3)) schema["additionalProperties"] = random.chance(0.5) ? false : randomSchema(random, depth - 1);
  if (random.chance(0.15)) schema["patternProperties"] = { [random.pick(["^a", "b$", "^[cd]"])]: randomSchema(random, depth - 1) };
  if (random.chance(0.1)) schema["propertyNames"] = random.pick<Json>([{ pattern: "^[abc]" }, { enum: ["a", "b", "c"] }, { maxLength: 1 }]);
  if (random.chance(0.1)) schema["dependentRequired"] = { [random.pick(propertyNames)]: [random.pick(propertyNames)] };
  if (random.chance(0.08)) schema["dependentSchemas"] = { [random.pick(propertyNames)]: openObject(random, depth - 1) };
  if (random.chance(0.1)) schema["minProperties"] = random.between(0, 3);
  if (random.chance(0.1)) schema["maxProperties"] = random.between(1, 4);
  return schema;
}

function alternatives(random: Random, depth: number): Json {
  const list = Array.from({ length: random.between(1, 3) }, () => randomSchema(random, depth - 1));
  const common = random.chance(0.2) ? { type: "object", required: [random.pick(propertyNames)] } : {};
  return { ...common, [random.pick(["anyOf", "oneOf"])]: list };
}

/** Parts say nothing of other properties: what they would forbid one another is a question of its own. */
function parts(random: Random, depth: number): Json {
  if (random.chance(0.3)) return { allOf: [number(random), number(random)] };
  return { allOf: [openObject(random, depth - 1), random.chance(0.5) ? { $ref: "#/components/schemas/C" } : openObject(random, depth - 1)] };
}

function reference(random: Random): Json {
  return { $ref: `#/components/schemas/${random.pick(referable)}` };
}

function negation(random: Random, depth: number): Json {
  return { ...(random.chance(0.5) ? openObject(random, depth - 1) : number(random)), not: randomSchema(random, depth - 1) };
}

function condition(random: Random, depth: number): Json {
  const [name, other] = [random.pick(propertyNames), random.pick(propertyNames)];
  const when = { properties: { [name]: values(random) }, ...(random.chance(0.5) ? { required: [name] } : {}) };
  const branch = () => (random.chance(0.5) ? { required: [other] } : { properties: { [other]: randomSchema(random, 0) } });
  return { ...openObject(random, depth - 1), if: when, then: branch(), ...(random.chance(0.4) ? { else: branch() } : {}) };
}

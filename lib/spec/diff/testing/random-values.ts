import { isObject, type Json, listOf, textsOf } from "../../values.ts";
import type { Random } from "./random.ts";
import { numbers, propertyNames, texts } from "./random-schemas.ts";
import type { SchemaSet } from "./random-schemas.ts";

/** A value near a schema: most keep to it, some to a part of it, some miss it by a little. */
export function randomValue(random: Random, set: SchemaSet): unknown {
  const value = near(random, set.root, set, 8);
  return random.chance(0.5) ? value : random.chance(0.6) ? altered(random, value) : altered(random, altered(random, value));
}

function near(random: Random, schema: unknown, set: SchemaSet, depth: number): unknown {
  if (!isObject(schema) || depth === 0) return anything(random);
  if (typeof schema["$ref"] === "string") return near(random, set.named[schema["$ref"].replace(/^.*\//, "")], set, depth - 1);
  const below = (inner: unknown) => near(random, inner, set, depth - 1);
  const branches = [...listOf(schema["anyOf"]), ...listOf(schema["oneOf"])];
  const all = [...listOf(schema["allOf"]), ...(branches.length > 0 ? [random.pick(branches)] : []), ...(schema["if"] === undefined ? [] : [random.pick([schema["then"] ?? true, schema["else"] ?? true, schema["if"]])])];
  if (all.length > 0) {
    const { anyOf: _anyOf, oneOf: _oneOf, allOf: _allOf, if: _if, ...own } = schema;
    const found = [own, ...all].filter((one) => isObject(one) && Object.keys(one).length > 0).map(below);
    return found.every(isObject) ? Object.assign({}, ...found) as Json : found.length === 0 ? anything(random) : random.pick(found.map((one) => ({ one }))).one;
  }
  if ("const" in schema) return schema["const"];
  if (Array.isArray(schema["enum"]) && schema["enum"].length > 0) return random.pick(schema["enum"].map((one: unknown) => ({ one }))).one;
  const types = [schema["type"]].flat().filter((type) => typeof type === "string");
  return ofType(random, types.length > 0 ? random.pick(types) : schema["properties"] ? "object" : "", schema, below);
}

function ofType(random: Random, type: string, schema: Json, below: (inner: unknown) => unknown): unknown {
  switch (type) {
    case "null": return null;
    case "boolean": return random.chance(0.5);
    case "string": return random.pick(texts);
    case "integer": case "number": {
      const bounds = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"].flatMap((name) => (typeof schema[name] === "number" ? [schema[name]] : []));
      return random.pick([...bounds, ...bounds.map((bound) => bound + 1), ...bounds.map((bound) => bound - 1), ...numbers]);
    }
    case "array": return Array.from({ length: random.between(Number(schema["minItems"] ?? 0), Math.min(4, Number(schema["maxItems"] ?? 3))) }, (_, index) => below(listOf(schema["prefixItems"])[index] ?? (random.chance(0.2) ? schema["contains"] : schema["items"])));
    case "object": return anObject(random, schema, below);
    default: return anything(random);
  }
}

function anObject(random: Random, schema: Json, below: (inner: unknown) => unknown): Json {
  const named = isObject(schema["properties"]) ? schema["properties"] : {};
  const patterns = isObject(schema["patternProperties"]) ? schema["patternProperties"] : {};
  const more = schema["additionalProperties"] === false ? [] : random.some([...propertyNames, "ab", "e"], 0.15);
  const names = new Set([...textsOf(schema["required"]), ...random.some(Object.keys(named), 0.6), ...more]);
  return Object.fromEntries([...names].map((name) => {
    const pattern = Object.keys(patterns).find((one) => new RegExp(one, "u").test(name));
    return [name, below(named[name] ?? (pattern === undefined ? undefined : patterns[pattern]) ?? schema["additionalProperties"])];
  }));
}

function anything(random: Random): unknown {
  return random.pick<{ one: unknown }>([...texts, ...numbers, true, false, null, [], [1], ["a", "a"], {}].map((one) => ({ one }))).one;
}

/** One thing about it changed: a member more, fewer or another one. */
function altered(random: Random, value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value as unknown[];
    const at = random.between(0, Math.max(0, list.length - 1));
    return random.pick([() => [...list, list[at] ?? anything(random)], () => list.toSpliced(at, 1), () => list.map((item, index) => (index === at ? altered(random, item) : item))])();
  }
  if (!isObject(value)) return anything(random);
  const name = random.pick([...Object.keys(value), ...propertyNames]);
  const { [name]: member, ...rest } = value;
  return random.chance(0.4) ? rest : { ...value, [name]: member === undefined ? anything(random) : altered(random, member) };
}

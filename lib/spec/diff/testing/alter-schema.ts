import type { SchemaValue } from "../../normalized-spec.ts";
import { isObject, type Json } from "../../values.ts";
import type { Random } from "./random.ts";
import { propertyNames, randomSchema, type SchemaSet } from "./random-schemas.ts";
import { withOpenParts } from "./with-open-parts.ts";

/** The same schemas with one of them changed somewhere, for better or for worse. */
export function alterSchemas(random: Random, set: SchemaSet): SchemaSet {
  const altered = structuredClone(set);
  // Mostly where it is sure to matter.
  const root = random.chance(0.75);
  const places = schemaPlaces(altered, () => true).filter(({ isNamed }) => !(root && isNamed));
  const { holder, key } = random.pick(places);
  holder[key] = alter(random, holder[key] as SchemaValue);
  return withOpenParts(altered);
}

export type SchemaPlace = { holder: Record<string | number, unknown>; key: string | number; keyword: string; /** Within those that are referred to. */ isNamed: boolean };

const single = ["items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else"];
const listed = ["allOf", "anyOf", "oneOf", "prefixItems"];
const mapped = ["properties", "patternProperties", "dependentSchemas"];

/** Where schemas stand, those within schemas among them, unless `enters` keeps away from a keyword. */
export function schemaPlaces(set: SchemaSet, enters: (keyword: string) => boolean): SchemaPlace[] {
  const places: SchemaPlace[] = [{ holder: set, key: "root", keyword: "", isNamed: false }, ...Object.keys(set.named).map((key) => ({ holder: set.named, key, keyword: "", isNamed: true }))];
  for (const { holder, key, isNamed } of places) {
    const schema = holder[key];
    if (!isObject(schema)) continue;
    for (const keyword of single) if (schema[keyword] !== undefined && enters(keyword)) places.push({ holder: schema, key: keyword, keyword, isNamed });
    for (const keyword of [...listed, ...mapped]) {
      const inner = schema[keyword];
      if (typeof inner !== "object" || inner === null || !enters(keyword)) continue;
      for (const name of Object.keys(inner)) places.push({ holder: inner as Json, key: name, keyword, isNamed });
    }
  }
  return places;
}

const counted = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains"];

function alter(random: Random, schema: SchemaValue): SchemaValue {
  if (!isObject(schema) || Object.keys(schema).length === 0 || random.chance(0.1)) return randomSchema(random, 1);
  const keyword = random.pick(Object.keys(schema));
  const numbered = counted.filter((name) => typeof schema[name] === "number");
  if (numbered.length > 0 && random.chance(0.5)) {
    const name = random.pick(numbered);
    return { ...schema, [name]: Math.max(name.includes("imum") ? -9 : 0, Number(schema[name]) + random.pick([-1, 1])) };
  }
  const list = schema[keyword];
  if (Array.isArray(list)) return { ...schema, [keyword]: alterList(random, keyword, list) };
  if (keyword === "properties" && isObject(list)) {
    const name = random.pick(propertyNames);
    const { [name]: known, ...others } = list;
    return { ...schema, properties: known !== undefined && random.chance(0.5) ? others : { ...others, [name]: randomSchema(random, 1) } };
  }
  if (random.chance(0.4) && keyword !== "type") {
    const { [keyword]: _gone, ...rest } = schema;
    return rest;
  }
  return limited(random, schema);
}

function alterList(random: Random, keyword: string, list: unknown[]): unknown[] {
  const one = () => (keyword === "required" ? random.pick(propertyNames) : keyword === "type" ? random.pick(["null", "string", "integer", "number"]) : keyword === "enum" ? random.pick(["a", "b", "abc", 1, 2, true]) : randomSchema(random, 1));
  const shorter = list.length > 1 && random.chance(0.5);
  const kept = shorter ? list.toSpliced(random.between(0, list.length - 1), 1) : list;
  const next = one();
  return shorter || kept.includes(next) ? kept : [...kept, next];
}

/** One more limit. */
function limited(random: Random, schema: Json): Json {
  const limits: Json[] = [
    { minimum: random.between(0, 3) }, { exclusiveMaximum: random.between(3, 6) }, { multipleOf: 2 }, { maxLength: 3 }, { minLength: 1 }, { pattern: "^a" },
    { maxItems: 2 }, { minItems: 1 }, { uniqueItems: true }, { contains: randomSchema(random, 0) }, { required: [random.pick(propertyNames)] }, { minProperties: 1 }, { maxProperties: 2 },
    { not: randomSchema(random, 0) }, { enum: ["a", "b", 1, 2] }, { dependentRequired: { a: ["b"] } }, { dependentSchemas: { a: { required: ["c"] } } }, { items: randomSchema(random, 0) },
    { additionalProperties: false },
  ];
  return { ...schema, ...random.pick(limits) };
}

import { joinPointer } from "../../text/json-pointer.ts";
import type { Json } from "../../values.ts";
import { isObject, listOf, textOf, textsOf } from "../../values.ts";
import { canonical } from "./canonical.ts";
import type { Bound, Part, Shape } from "./shape.ts";
import { ARRAY, BOOLEAN, FRACTION, INTEGER, NULL, NUMBER, OBJECT, STRING, anyShape, typeOf } from "./shape.ts";

const bits: ReadonlyMap<string, number> = new Map([["null", NULL], ["boolean", BOOLEAN], ["object", OBJECT], ["array", ARRAY], ["string", STRING], ["integer", INTEGER], ["number", NUMBER], ["file", STRING]]);

/** What the keywords of one schema object say themselves (draft 4 to 2020-12 and OpenAPI's dialects), without `$ref` and `allOf`. */
export function ownShape(part: Part, json: Json): Shape {
  const shape = anyShape();
  const inner = (value: unknown, ...tokens: (string | number)[]): Part | null => partAt(part, value, tokens);
  const number = (keyword: string, otherwise: number) => (typeof json[keyword] === "number" ? json[keyword] : otherwise);

  readTypes(shape, json);
  readBounds(shape, json);
  if (typeof json["multipleOf"] === "number" && json["multipleOf"] > 0) {
    shape.multiples = [json["multipleOf"]];
    // A multiple of an integer is one.
    if (Number.isInteger(json["multipleOf"])) shape.types &= ~FRACTION;
  }
  shape.minLength = number("minLength", 0);
  shape.maxLength = number("maxLength", Infinity);
  const pattern = textOf(json["pattern"]);
  if (pattern !== null && !permitsEverything(pattern)) shape.patterns = [pattern];
  const format = textOf(json["format"]);
  shape.contentEncoding = textOf(json["contentEncoding"])?.toLowerCase() ?? null;
  // OpenAPI 3.0's words for what 3.1 says by `contentEncoding` (3.1, "Working with Binary Data").
  if (format === "byte" || format === "base64") shape.contentEncoding ??= "base64";
  else if (format !== null && format !== "" && format !== "binary") shape.formats = [format];
  readArray(shape, json, inner);
  shape.minItems = number("minItems", 0);
  shape.maxItems = number("maxItems", Infinity);
  shape.uniqueItems = json["uniqueItems"] === true;
  shape.minProperties = number("minProperties", 0);
  shape.maxProperties = number("maxProperties", Infinity);
  readObject(shape, json, inner);
  shape.unions = (["oneOf", "anyOf"] as const).flatMap((keyword) => {
    const list = listOf(json[keyword]);
    const parts = list.flatMap((branch, index) => inner(branch, keyword, index) ?? []);
    return parts.length > 0 ? [{ list, parts, keyword, orNull: false }] : [];
  });
  const not = inner(json["not"], "not");
  if (not) shape.nots = [not];
  if (json["if"] !== undefined && (json["then"] !== undefined || json["else"] !== undefined)) {
    shape.conditions = [{ ...part, json: { if: json["if"], then: json["then"] ?? true, else: json["else"] ?? true } }];
  }
  shape.conditions = [...shape.conditions, ...dependentSchemas(part, json)];
  readDiscriminator(shape, json);
  shape.readOnly = json["readOnly"] === true;
  shape.writeOnly = json["writeOnly"] === true;
  shape.deprecated = json["deprecated"] === true || json["x-deprecated"] === true;
  shape.defaultValue = json["default"];
  return shape;
}

/** A schema within a schema; `null` where there is none, or one that permits everything. */
function partAt(part: Part, value: unknown, tokens: (string | number)[]): Part | null {
  if (value !== true && value !== false && !isObject(value)) return null;
  return { json: value, file: part.file, pointer: tokens.reduce<string>((pointer, token) => joinPointer(pointer, token), part.pointer) };
}

function readTypes(shape: Shape, json: Json): void {
  const named = (Array.isArray(json["type"]) ? textsOf(json["type"]) : [textOf(json["type"])]).map((type) => bits.get(type ?? ""));
  const known = named.filter((bit) => bit !== undefined);
  // A type that no specification knows says nothing.
  if (known.length > 0) shape.types = known.reduce((all, bit) => all | bit, 0);
  const listed = listedValues(json);
  if (listed === null) return;
  shape.values = new Map(listed.map((value) => [canonical(value), value]));
  shape.types &= listed.reduce<number>((all, value) => all | typeOf(value), 0);
  shape.valuesFor = shape.types;
}

/** Values of `const` and `enum`, of both where both are there; an empty list is taken for none. */
function listedValues(json: Json): unknown[] | null {
  const listed = Array.isArray(json["enum"]) && json["enum"].length > 0 ? listOf(json["enum"]) : null;
  const only = json["const"];
  if (only === undefined) return listed;
  return listed === null || listed.some((value) => canonical(value) === canonical(only)) ? [only] : [];
}

/** `exclusiveMinimum` is a flag beside `minimum` in draft 4 and OpenAPI 3.0, a bound of its own since draft 6. */
function readBounds(shape: Shape, json: Json): void {
  const bound = (name: string, exclusiveName: string, tighter: (a: number, b: number) => boolean): Bound | null => {
    const plain = typeof json[name] === "number" ? { value: json[name], exclusive: json[exclusiveName] === true } : null;
    const own = json[exclusiveName];
    if (typeof own !== "number") return plain;
    return plain === null || !tighter(plain.value, own) ? { value: own, exclusive: true } : plain;
  };
  shape.minimum = bound("minimum", "exclusiveMinimum", (a, b) => a > b);
  shape.maximum = bound("maximum", "exclusiveMaximum", (a, b) => a < b);
}

type Inner = (value: unknown, ...tokens: (string | number)[]) => Part | null;

/** Tuples are `items` and `additionalItems` up to draft 2019-09, `prefixItems` and `items` since. */
function readArray(shape: Shape, json: Json, inner: Inner): void {
  const old = Array.isArray(json["items"]);
  const keyword = old ? "items" : "prefixItems";
  if (Array.isArray(json[keyword])) shape.prefix = listOf(json[keyword]).flatMap((item, index) => inner(item, keyword, index) ?? []);
  const rest = old ? "additionalItems" : json["items"] === undefined ? "unevaluatedItems" : "items";
  shape.items = meaningful(inner(json[rest], rest));
  const contained = inner(json["contains"], "contains");
  const count = (keyword: string, otherwise: number) => (typeof json[keyword] === "number" ? json[keyword] : otherwise);
  const [least, most] = [count("minContains", 1), count("maxContains", Infinity)];
  if (contained && (least > 0 || most < Infinity)) shape.contains = [{ part: contained, least, most }];
}

function readObject(shape: Shape, json: Json, inner: Inner): void {
  const partsOf = (keyword: string): ReadonlyMap<string, Part> | null => {
    const written = json[keyword];
    if (!isObject(written)) return null;
    return new Map(Object.entries(written).flatMap(([name, value]): [string, Part][] => {
      const part = inner(value, keyword, name);
      return part ? [[name, part]] : [];
    }));
  };
  shape.properties = partsOf("properties") ?? shape.properties;
  // A list of names; draft 3's flag on the property itself means nothing any more.
  if (Array.isArray(json["required"])) shape.required = new Set(textsOf(json["required"]));
  const rest = json["additionalProperties"] === undefined ? "unevaluatedProperties" : "additionalProperties";
  shape.additional = meaningful(inner(json[rest], rest));
  readPatterns(shape, partsOf("patternProperties") ?? shape.patternProperties);
  shape.propertyNames = meaningful(inner(json["propertyNames"], "propertyNames"));
  const dependent = isObject(json["dependentRequired"]) ? json["dependentRequired"] : isObject(json["dependencies"]) ? json["dependencies"] : null;
  if (dependent) shape.dependentRequired = new Map(Object.entries(dependent).flatMap(([name, needed]) => (Array.isArray(needed) ? [[name, new Set(textsOf(needed))]] : [])));
}

/** A pattern that every name matches leaves nothing to `additionalProperties`: it says what they would say. */
function readPatterns(shape: Shape, patterns: ReadonlyMap<string, Part>): void {
  const [only] = patterns;
  if (only && patterns.size === 1 && permitsEverything(only[0])) shape.additional = meaningful(only[1]);
  else shape.patternProperties = patterns;
}

function meaningful(part: Part | null): Part | null {
  if (part === null || part.json === true) return null;
  return part.json !== false && Object.keys(part.json).length === 0 ? null : part;
}

/** What an object must keep to once it has a property is a condition (`dependentSchemas`, up to draft 7 `dependencies`). */
function dependentSchemas(part: Part, json: Json): Part[] {
  return ["dependentSchemas", "dependencies"].flatMap((keyword) => {
    const written = json[keyword];
    const schemas = isObject(written) ? Object.entries(written).filter(([, schema]) => isObject(schema) || typeof schema === "boolean") : [];
    return schemas.map(([name, schema]) => ({ ...part, json: { if: { type: "object", required: [name] }, then: schema, else: true } }));
  });
}

function readDiscriminator(shape: Shape, json: Json): void {
  const written = json["discriminator"];
  // A mere name in Swagger 2 and AsyncAPI.
  const propertyName = textOf(isObject(written) ? written["propertyName"] : written);
  if (propertyName === null) return;
  const mapping = isObject(written) && isObject(written["mapping"]) ? written["mapping"] : {};
  shape.discriminator = { propertyName, mapping: new Map(Object.entries(mapping).map(([value, target]) => [value, textOf(target) ?? ""])) };
}

function permitsEverything(pattern: string): boolean {
  return /^\^?(\(\.\*\)|\.\*|\[\\s\\S\]\*)?\$?$/.test(pattern);
}

import type { SchemaValue } from "../normalized-spec.ts";
import { asObject, resolveSchema, type SchemaMap } from "../outline/schema-values.ts";
import { fitsPattern, fitsSchema } from "./fits-schema.ts";
import { mergeSchema, type MergedSchema } from "./merged-schema.ts";
import { numberFor, textFor } from "./plain-value.ts";

export type ExampleOptions = { /** Which way it goes: fields of the other way are left out. */ direction?: Direction | null; /** What the value is called. */ name?: string };
type Direction = "request" | "response";
type At = { schemas: SchemaMap; trail: string[]; depth: number; direction: Direction | null; name: string; variant: number; budget: { left: number } };

const depthMax = 24;
// An example of more than this nobody reads: what need not be there is left out then.
const valuesMax = 400;
const optionalDepthMax = 6;
const choicesTried = 12;

/**
 * A value such as the schema demands: what the document gives as example or default where that fits, else made up, the
 * same each time. Required fields at any depth, optional ones near the top; a schema that contains itself ends there.
 */
export function exampleValue(schema: SchemaValue | null, schemas: SchemaMap, options: ExampleOptions = {}): unknown {
  return make(schema ?? true, { schemas, trail: [], depth: 0, direction: options.direction ?? null, name: options.name ?? "", variant: 0, budget: { left: valuesMax } });
}

function make(schema: SchemaValue, at: At): unknown {
  if (typeof schema === "boolean") return schema ? {} : null;
  const merged = mergeSchema(schema, at.schemas);
  at.budget.left -= 1;
  const given = at.variant === 0 ? merged.given.find((value) => value !== undefined && (merged.given.length > 1 || value !== null) && fitsSchema(value, schema, at.schemas)) : undefined;
  if (given !== undefined) return given;
  if (at.depth > depthMax || at.budget.left < -2_000) return emptyOf(merged);
  const next = { ...at, trail: [...at.trail, ...merged.ids], depth: at.depth + 1 };
  const first = build(merged, next);
  if (!needsCheck(merged) || fitsSchema(first, schema, at.schemas)) return first;
  for (const candidate of others(schema, merged, next)) if (fitsSchema(candidate, schema, at.schemas)) return candidate;
  return first;
}

/** Whether a value built by the plain demands may still break others. */
function needsCheck(merged: MergedSchema): boolean {
  return merged.choices.length > 0 || merged.not.length > 0 || merged.conditions.length > 0 || merged.patterns.length > 0 || merged.dependentSchemas.size > 0 || merged.enums.length > 1 || merged.limits.maxLength !== null || merged.limits.maxProperties !== null || merged.dependentRequired.size > 0;
}

/** Further candidates: each choice, the conditions' other side, only what is required, other texts and numbers. */
function* others(schema: Record<string, unknown>, merged: MergedSchema, at: At): Generator<unknown> {
  for (const condition of merged.conditions) {
    for (const side of [condition.then, condition.else]) if (side !== null) yield build(mergeSchema({ allOf: [withoutChoices(schema), side] }, at.schemas), at);
    yield build(mergeSchema({ allOf: [withoutConditions(schema), condition.if, condition.then ?? true] }, at.schemas), at);
  }
  if (merged.choices.length > 0) for (const picked of picks(merged.choices)) yield buildWith(merged, picked, at);
  if (merged.choices.length > 0) for (const picked of picks(merged.choices)) yield buildWith(merged, picked, { ...at, budget: { left: 0 } });
  yield build(merged, { ...at, budget: { left: 0 } });
  for (let variant = 1; variant <= 3; variant += 1) yield build(merged, { ...at, variant });
  if (merged.nullable) yield null;
  if (merged.types === null) yield* [{}, "text", 1, true, [], null];
}

const withoutChoices = ({ if: _if, then: _then, else: _else, ...rest }: Record<string, unknown>) => rest;
const withoutConditions = withoutChoices;

/** One option of each list: the first of each, then others of one list at a time. */
function* picks(choices: SchemaValue[][]): Generator<SchemaValue[]> {
  const first = choices.map((options) => options[0] ?? true);
  yield first;
  for (const [list, options] of choices.entries()) for (const option of options.slice(1, choicesTried)) yield first.map((known, index) => (index === list ? option : known));
}

/** A value by the plain demands of a schema and, where it offers choices, the first of each. */
function build(merged: MergedSchema, at: At): unknown {
  const first = merged.choices.map((options) => options.find((option) => !isNothing(option, at.schemas)) ?? options[0] ?? true);
  return first.length > 0 ? buildWith(merged, first, at) : buildPlain(merged, at);
}

function buildWith(merged: MergedSchema, picked: SchemaValue[], at: At): unknown {
  const options = picked.map((option) => mergeSchema(option, at.schemas));
  const together = options.reduce(joined, merged);
  // What an option chooses within itself.
  const inner = options.flatMap((option) => option.choices);
  const chosen = { ...together, choices: [] };
  return inner.length > 0 && at.depth <= depthMax ? buildWith({ ...chosen }, inner.map((list) => list.find((option) => !isNothing(option, at.schemas)) ?? true), { ...at, depth: at.depth + 1 }) : buildPlain(chosen, at);
}

function joined(a: MergedSchema, b: MergedSchema): MergedSchema {
  const limits = { ...a.limits };
  for (const name of Object.keys(limits) as (keyof typeof limits)[]) {
    const [own, other] = [a.limits[name], b.limits[name]];
    limits[name] = own === null ? other : other === null ? own : /^(?:min|above)/.test(name) ? Math.max(own, other) : Math.min(own, other);
  }
  const types = a.types === null ? b.types : b.types === null ? a.types : new Set([...a.types].filter((type) => b.types?.has(type)));
  return {
    ...a,
    types,
    limits,
    properties: bothMaps(a.properties, b.properties),
    patternProperties: bothMaps(a.patternProperties, b.patternProperties),
    additional: a.additional === true ? b.additional : a.additional,
    required: new Set([...a.required, ...b.required]),
    items: a.items === null ? b.items : b.items === null ? a.items : { allOf: [a.items, b.items] },
    tuple: b.tuple.length > a.tuple.length ? b.tuple : a.tuple,
    enums: [...a.enums, ...b.enums],
    patterns: [...b.patterns, ...a.patterns],
    formats: [...b.formats, ...a.formats],
    multiples: [...a.multiples, ...b.multiples],
    unique: a.unique || b.unique,
    given: [...b.given, ...a.given],
    ids: [...a.ids, ...b.ids],
  };
}

function bothMaps(a: Map<string, SchemaValue>, b: Map<string, SchemaValue>): Map<string, SchemaValue> {
  const all = new Map(a);
  for (const [name, schema] of b) {
    const known = all.get(name);
    all.set(name, known === undefined ? schema : { allOf: [known, schema] });
  }
  return all;
}

function buildPlain(merged: MergedSchema, at: At): unknown {
  const [values, ...more] = merged.enums;
  if (values !== undefined) {
    const allowed = values.filter((value) => more.every((list) => list.some((other) => JSON.stringify(other) === JSON.stringify(value))));
    return allowed[at.variant % Math.max(allowed.length, 1)] ?? values[0] ?? null;
  }
  const type = typeOf(merged);
  if (type === "object") return objectOf(merged, at);
  if (type === "array") return arrayOf(merged, at);
  if (type === "boolean") return at.variant % 2 === 0;
  if (type === "integer" || type === "number") return numberFor(merged, type === "integer", at.variant);
  if (type === "null") return null;
  return type === "string" ? textFor(merged, at.name, at.variant) : "…";
}

/** The type to make: as said, else as the other words imply. */
function typeOf(merged: MergedSchema): string | undefined {
  const types = [...(merged.types ?? [])];
  const said = types.find((type) => type !== "null") ?? types[0];
  if (said !== undefined) return said;
  if (merged.properties.size > 0 || merged.required.size > 0 || merged.patternProperties.size > 0 || typeof merged.additional === "object" || merged.limits.minProperties !== null) return "object";
  if (merged.items !== null || merged.tuple.length > 0 || merged.limits.minItems !== null) return "array";
  if (merged.patterns.length > 0 || merged.formats.length > 0 || merged.limits.minLength !== null || merged.limits.maxLength !== null) return "string";
  return merged.limits.minimum !== null || merged.limits.maximum !== null || merged.multiples.length > 0 ? "number" : undefined;
}

function objectOf(merged: MergedSchema, at: At): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  const put = (name: string, value: unknown) => void Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
  const most = merged.limits.maxProperties ?? Number.POSITIVE_INFINITY;
  const inOrder = [...merged.properties].sort(([a], [b]) => Number(merged.required.has(b)) - Number(merged.required.has(a)));
  const chosen = new Set<string>();
  const otherWay = new Set<string>();
  for (const [name, schema] of inOrder) {
    if (isOtherWay(schema, at)) otherWay.add(name);
    else if (merged.required.has(name) || (chosen.size < most && isWorthShowing(schema, at))) chosen.add(name);
  }
  // In the order of the document.
  for (const [name, schema] of merged.properties) if (chosen.has(name)) put(name, make(schema, { ...at, name }));
  for (const name of merged.required) if (!otherWay.has(name) && !Object.hasOwn(made, name)) put(name, make(extra(merged, name), { ...at, name }));
  const least = merged.limits.minProperties ?? 0;
  const wanted = Object.keys(made).length === 0 && merged.properties.size === 0 && at.budget.left > 0 && most > 0 && (merged.patternProperties.size > 0 || typeof merged.additional === "object") ? 1 : 0;
  for (let index = 0; Object.keys(made).length < Math.min(Math.max(least, wanted), 50); index += 1) {
    const name = nameOf(merged, index, at);
    if (Object.hasOwn(made, name) || index > 60) break;
    put(name, make(extra(merged, name), { ...at, name, variant: index }));
  }
  return made;
}

/** OpenAPI 3.0, section 4.7.24: required read-only fields are required of answers only. */
function isOtherWay(schema: SchemaValue, at: At): boolean {
  if (at.direction === null) return false;
  const { value } = resolveSchema(schema, at.schemas);
  return typeof value === "object" && (at.direction === "request" ? value.readOnly === true : value.writeOnly === true);
}

/** Optional fields are shown near the top, if they do not lead round in a circle. */
function isWorthShowing(schema: SchemaValue, at: At): boolean {
  if (schema === false) return false;
  const resolved = resolveSchema(schema, at.schemas);
  const facts = typeof resolved.value === "object" ? resolved.value : {};
  return at.budget.left > 0 && at.depth <= optionalDepthMax && facts.deprecated !== true && !resolved.ids.some((id) => at.trail.includes(id));
}

function extra(merged: MergedSchema, name: string): SchemaValue {
  for (const [pattern, schema] of merged.patternProperties) {
    if (fitsPattern(name, pattern)) return schema;
  }
  return merged.additional === true ? { type: "string" } : merged.additional;
}

function nameOf(merged: MergedSchema, index: number, at: At): string {
  if (merged.propertyNames !== null) return String(make(merged.propertyNames, { ...at, name: "key", variant: index }));
  const [pattern] = merged.patternProperties.keys();
  const text = pattern === undefined || merged.additional === true ? null : textFor({ ...merged, patterns: [pattern], formats: [], limits: { ...merged.limits, minLength: null, maxLength: null } }, "key", index);
  return text || (index === 0 ? "key" : `key${index + 1}`);
}

function arrayOf(merged: MergedSchema, at: At): unknown[] {
  const least = merged.limits.minItems ?? 0;
  const most = merged.limits.maxItems ?? Number.POSITIVE_INFINITY;
  const made = merged.tuple.slice(0, most).map((item) => make(item, at));
  const items = merged.items ?? (least > made.length ? true : null);
  if (merged.contains !== null && made.length === 0) made.push(make(merged.contains, at));
  if (items === null || items === false) return made;
  const circular = mergeSchema(items, at.schemas).ids.some((id) => at.trail.includes(id));
  const count = Math.min(Math.max(least, made.length > 0 || circular || at.budget.left <= 0 ? 0 : 1), most, 200);
  for (let index = made.length; index < count; index += 1) made.push(make(items, { ...at, variant: merged.unique ? index : 0 }));
  return made;
}

function emptyOf(merged: MergedSchema): unknown {
  const type = typeOf(merged);
  return type === "array" ? [] : type === "object" || type === undefined ? {} : merged.nullable || merged.types?.has("null") ? null : type === "string" ? "" : type === "boolean" ? false : 0;
}

function isNothing(schema: SchemaValue, schemas: SchemaMap): boolean {
  const { value } = resolveSchema(schema, schemas);
  const facts = asObject(value);
  return facts !== null && (facts.type === "null" || ("const" in facts && facts.const === null));
}

import type { Bound, Part, Shape } from "./shape.ts";
import { typeOf } from "./shape.ts";

/** Gives the one part that stands for several together. */
export type Join = (first: Part, second: Part) => Part;

/** What both shapes demand (JSON Schema, `allOf`). */
export function intersect(one: Shape, other: Shape, join: Join): Shape {
  const values = valuesOfBoth(one, other);
  const types = typesLeft(one.types & other.types, one.valuesFor | other.valuesFor, values);
  const part = (a: Part | null, b: Part | null) => (a && b ? join(a, b) : (a ?? b));
  return {
    types,
    values,
    valuesFor: (one.valuesFor | other.valuesFor) & types,
    minimum: tighter(one.minimum, other.minimum, 1),
    maximum: tighter(one.maximum, other.maximum, -1),
    multiples: distinct(one.multiples, other.multiples),
    minLength: Math.max(one.minLength, other.minLength),
    maxLength: Math.min(one.maxLength, other.maxLength),
    patterns: distinct(one.patterns, other.patterns),
    formats: distinct(one.formats, other.formats),
    contentEncoding: one.contentEncoding ?? other.contentEncoding,
    minItems: Math.max(one.minItems, other.minItems),
    maxItems: Math.min(one.maxItems, other.maxItems),
    uniqueItems: one.uniqueItems || other.uniqueItems,
    prefix: one.prefix.length + other.prefix.length === 0 ? one.prefix : Array.from({ length: Math.max(one.prefix.length, other.prefix.length) }, (_, index) => part(one.prefix[index] ?? one.items, other.prefix[index] ?? other.items)).filter((item) => item !== null),
    items: part(one.items, other.items),
    contains: distinct(one.contains, other.contains),
    properties: mapsOfBoth(one.properties, other.properties, join),
    required: other.required.size === 0 ? one.required : one.required.size === 0 ? other.required : new Set([...one.required, ...other.required]),
    // Strictly, `additionalProperties: false` beside `allOf` forbids what the other side names; hardly anyone means that.
    additional: part(one.additional, other.additional),
    patternProperties: mapsOfBoth(one.patternProperties, other.patternProperties, join),
    propertyNames: part(one.propertyNames, other.propertyNames),
    minProperties: Math.max(one.minProperties, other.minProperties),
    maxProperties: Math.min(one.maxProperties, other.maxProperties),
    dependentRequired: needsOfBoth(one.dependentRequired, other.dependentRequired),
    unions: one.unions.length + other.unions.length === 0 ? one.unions : [...one.unions, ...other.unions.filter(({ list }) => !one.unions.some((known) => known.list === list) && !one.expanded.includes(list))].filter(({ list }) => !other.expanded.includes(list)),
    expanded: distinct(one.expanded, other.expanded),
    nots: distinct(one.nots, other.nots),
    conditions: distinct(one.conditions, other.conditions),
    discriminator: one.discriminator ?? other.discriminator,
    readOnly: one.readOnly || other.readOnly,
    writeOnly: one.writeOnly || other.writeOnly,
    deprecated: one.deprecated || other.deprecated,
    defaultValue: one.defaultValue ?? other.defaultValue,
  };
}

function valuesOfBoth(one: Shape, other: Shape): ReadonlyMap<string, unknown> | null {
  if (!one.values || !other.values) return one.values ?? other.values;
  const fits = (key: string, value: unknown, shape: Shape) => (typeOf(value) & shape.valuesFor) === 0 || shape.values?.has(key) === true;
  return new Map([...one.values, ...other.values].filter(([key, value]) => fits(key, value, one) && fits(key, value, other)));
}

/** Of a type whose values are listed, and none is in both lists, nothing is left. */
function typesLeft(types: number, valuesFor: number, values: ReadonlyMap<string, unknown> | null): number {
  if (values === null) return types;
  const left = [...values.values()].reduce<number>((all, value) => all | typeOf(value), 0);
  return types & (left | ~valuesFor);
}

function needsOfBoth(one: Shape["dependentRequired"], other: Shape["dependentRequired"]): Shape["dependentRequired"] {
  if (other.size === 0) return one;
  const needs = new Map(one);
  for (const [name, needed] of other) needs.set(name, new Set([...(needs.get(name) ?? []), ...needed]));
  return needs;
}

function tighter(one: Bound | null, other: Bound | null, sign: 1 | -1): Bound | null {
  if (!one || !other) return one ?? other;
  if (one.value === other.value) return one.exclusive ? one : other;
  return (one.value - other.value) * sign > 0 ? one : other;
}

function distinct<Item>(one: readonly Item[], other: readonly Item[]): readonly Item[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...new Set([...one, ...other])];
}

function mapsOfBoth(one: ReadonlyMap<string, Part>, other: ReadonlyMap<string, Part>, join: Join): ReadonlyMap<string, Part> {
  if (other.size === 0) return one;
  if (one.size === 0) return other;
  const merged = new Map(one);
  for (const [name, part] of other) {
    const known = merged.get(name);
    merged.set(name, known ? join(known, part) : part);
  }
  return merged;
}

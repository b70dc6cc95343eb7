import type { SchemaValue } from "../../normalized-spec.ts";
import type { Place } from "../../text/resolution.ts";

/** A schema and where it is written. */
export type Part = Place & { json: SchemaValue };

/** The types of JSON as bits. A number is an integer or has a fraction, so `number` is both. */
export const NULL = 1, BOOLEAN = 2, OBJECT = 4, ARRAY = 8, STRING = 16, INTEGER = 32, FRACTION = 64, ANY = 127;
export const NUMBER = INTEGER | FRACTION;

export type Bound = { value: number; exclusive: boolean };

/** So many items at least, and at most, must be as the part says. */
export type Contained = { part: Part; least: number; most: number };

/** Alternatives of `oneOf` or `anyOf`; `list` is the array itself, by which it is known again; null may be let through beside them. */
export type Union = { list: readonly unknown[]; parts: Part[]; keyword: string; orNull: boolean };

/**
 * What one schema demands of a value, whatever dialect it is written in: `allOf` merged, references followed,
 * `nullable` a type, `const` an enum of one, bounds exclusive or not. Members hold the parts that describe inner values.
 */
export type Shape = {
  types: number;
  /** Permitted values by canonical text, for the types of `valuesFor`; `null` where none are listed. */
  values: ReadonlyMap<string, unknown> | null;
  valuesFor: number;
  minimum: Bound | null;
  maximum: Bound | null;
  multiples: readonly number[];
  minLength: number;
  maxLength: number;
  patterns: readonly string[];
  formats: readonly string[];
  contentEncoding: string | null;
  minItems: number;
  maxItems: number;
  uniqueItems: boolean;
  prefix: readonly Part[];
  /** What is not said is `null`: anything goes. */
  items: Part | null;
  contains: readonly Contained[];
  properties: ReadonlyMap<string, Part>;
  required: ReadonlySet<string>;
  additional: Part | null;
  patternProperties: ReadonlyMap<string, Part>;
  propertyNames: Part | null;
  minProperties: number;
  maxProperties: number;
  dependentRequired: ReadonlyMap<string, ReadonlySet<string>>;
  unions: readonly Union[];
  /** Lists that were already distributed into this shape. */
  expanded: readonly (readonly unknown[])[];
  nots: readonly Part[];
  conditions: readonly Part[];
  discriminator: { propertyName: string; mapping: Map<string, string> } | null;
  readOnly: boolean;
  writeOnly: boolean;
  deprecated: boolean;
  /** `undefined` where there is none. */
  defaultValue: unknown;
};

// One for all: a document has many thousands of schemas, and most say nothing of most.
const noParts: ReadonlyMap<string, Part> = new Map();
const noNames: ReadonlySet<string> = new Set();
const noNeeds: ReadonlyMap<string, ReadonlySet<string>> = new Map();
const none: readonly never[] = [];

/** The shape of the schema that permits everything. */
export function anyShape(): Shape {
  return {
    types: ANY, values: null, valuesFor: 0, minimum: null, maximum: null, multiples: none,
    minLength: 0, maxLength: Infinity, patterns: none, formats: none, contentEncoding: null,
    minItems: 0, maxItems: Infinity, uniqueItems: false, prefix: none, items: null, contains: none,
    properties: noParts, required: noNames, additional: null, patternProperties: noParts, propertyNames: null,
    minProperties: 0, maxProperties: Infinity, dependentRequired: noNeeds,
    unions: none, expanded: none, nots: none, conditions: none, discriminator: null,
    readOnly: false, writeOnly: false, deprecated: false, defaultValue: undefined,
  };
}

/** The type of a value as a bit. */
export function typeOf(value: unknown): number {
  if (value === null) return NULL;
  if (Array.isArray(value)) return ARRAY;
  switch (typeof value) {
    case "boolean": return BOOLEAN;
    case "string": return STRING;
    case "number": return Number.isInteger(value) ? INTEGER : FRACTION;
    default: return OBJECT;
  }
}

/** Types in words: "string or null". */
export function typeWords(types: number): string {
  if (types === 0) return "nothing";
  if ((types & ANY) === ANY) return "any type";
  const words = [
    types & OBJECT ? "object" : "", types & ARRAY ? "array" : "", types & STRING ? "string" : "",
    types & FRACTION ? "number" : types & INTEGER ? "integer" : "", types & BOOLEAN ? "boolean" : "", types & NULL ? "null" : "",
  ];
  return words.filter((word) => word !== "").join(" or ");
}

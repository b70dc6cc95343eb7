import type { SchemaValue } from "../../normalized-spec.ts";
import type { Place } from "../../text/resolution.ts";

/** A schema and where it is written. */
export type Part = Place & { json: SchemaValue };

/** The types of JSON as bits. A number is an integer or has a fraction, so `number` is both. */
export const NULL = 1, BOOLEAN = 2, OBJECT = 4, ARRAY = 8, STRING = 16, INTEGER = 32, FRACTION = 64, ANY = 127;
export const NUMBER = INTEGER | FRACTION;

export type Bound = { value: number; exclusive: boolean };

/** Alternatives of `oneOf` or `anyOf`; `list` is the array itself, by which it is known again; null may be let through beside them. */
export type Union = { list: readonly unknown[]; parts: Part[]; keyword: string; orNull: boolean };

/**
 * What one schema demands of a value, whatever dialect it is written in: `allOf` merged, references followed,
 * `nullable` a type, `const` an enum of one, bounds exclusive or not. Members hold the parts that describe inner values.
 */
export type Shape = {
  types: number;
  /** Permitted values by canonical text, for the types of `valuesFor`; `null` where none are listed. */
  values: Map<string, unknown> | null;
  valuesFor: number;
  minimum: Bound | null;
  maximum: Bound | null;
  multiples: number[];
  minLength: number;
  maxLength: number;
  patterns: string[];
  formats: string[];
  contentEncoding: string | null;
  minItems: number;
  maxItems: number;
  uniqueItems: boolean;
  prefix: Part[];
  /** What is not said is `null`: anything goes. */
  items: Part | null;
  contains: Part | null;
  properties: Map<string, Part>;
  required: Set<string>;
  additional: Part | null;
  patternProperties: Map<string, Part>;
  propertyNames: Part | null;
  minProperties: number;
  maxProperties: number;
  dependentRequired: Map<string, Set<string>>;
  unions: Union[];
  /** Lists that were already distributed into this shape. */
  expanded: readonly (readonly unknown[])[];
  nots: Part[];
  conditions: Part[];
  discriminator: { propertyName: string; mapping: Map<string, string> } | null;
  readOnly: boolean;
  writeOnly: boolean;
  deprecated: boolean;
  /** `undefined` where there is none. */
  defaultValue: unknown;
};

/** The shape of the schema that permits everything. */
export function anyShape(): Shape {
  return {
    types: ANY, values: null, valuesFor: 0, minimum: null, maximum: null, multiples: [],
    minLength: 0, maxLength: Infinity, patterns: [], formats: [], contentEncoding: null,
    minItems: 0, maxItems: Infinity, uniqueItems: false, prefix: [], items: null, contains: null,
    properties: new Map(), required: new Set(), additional: null, patternProperties: new Map(), propertyNames: null,
    minProperties: 0, maxProperties: Infinity, dependentRequired: new Map(),
    unions: [], expanded: [], nots: [], conditions: [], discriminator: null,
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

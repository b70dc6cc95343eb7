import type { SchemaValue } from "../normalized-spec.ts";
import { asNumber, asObject, asSchema, asSchemas, asStrings, type SchemaMap } from "../outline/schema-values.ts";

/** A schema with everything that its references and its `allOf` add, as one set of demands on a value. */
export type MergedSchema = {
  /** Types that are allowed; `null` for any. */
  types: Set<string> | null;
  properties: Map<string, SchemaValue>;
  patternProperties: Map<string, SchemaValue>;
  /** For properties beside those: `false` for none. */
  additional: SchemaValue;
  required: Set<string>;
  items: SchemaValue | null;
  tuple: SchemaValue[];
  contains: SchemaValue | null;
  propertyNames: SchemaValue | null;
  /** Of each list one must hold, or exactly one. */
  choices: SchemaValue[][];
  not: SchemaValue[];
  conditions: { if: SchemaValue; then: SchemaValue | null; else: SchemaValue | null }[];
  dependentSchemas: Map<string, SchemaValue>;
  dependentRequired: Map<string, string[]>;
  enums: unknown[][];
  patterns: string[];
  formats: string[];
  /** The tightest of each limit. */
  limits: Record<LowerLimit | UpperLimit, number | null>;
  multiples: number[];
  unique: boolean;
  nullable: boolean;
  /** What the document gives as examples, nearest first. */
  given: unknown[];
  /** Named schemas that were entered. */
  ids: string[];
  /** A part of it allows nothing. */
  impossible: boolean;
};

type LowerLimit = "minimum" | "above" | "minLength" | "minItems" | "minProperties";
type UpperLimit = "maximum" | "below" | "maxLength" | "maxItems" | "maxProperties";
const lower = new Set<string>(["minimum", "above", "minLength", "minItems", "minProperties"]);

const partsMax = 200;

/** JSON Schema (draft 4 to 2020-12, and what OpenAPI 3.0 makes of it). What cannot be found adds nothing. */
export function mergeSchema(schema: SchemaValue, schemas: SchemaMap): MergedSchema {
  const merged: MergedSchema = {
    types: null, properties: new Map(), patternProperties: new Map(), additional: true, required: new Set(), items: null, tuple: [], contains: null, propertyNames: null, choices: [], not: [],
    conditions: [], dependentSchemas: new Map(), dependentRequired: new Map(), enums: [], patterns: [], formats: [],
    limits: { minimum: null, maximum: null, above: null, below: null, minLength: null, maxLength: null, minItems: null, maxItems: null, minProperties: null, maxProperties: null },
    multiples: [], unique: false, nullable: false, given: [], ids: [], impossible: false,
  };
  let parts = 0;
  add(schema);
  return merged;

  function add(part: SchemaValue): void {
    if (part === false) merged.impossible = true;
    if (typeof part === "boolean" || (parts += 1) > partsMax) return;
    addOwn(part);
    if (typeof part.$ref === "string") {
      const target = schemas.get(part.$ref);
      if (target === undefined || merged.ids.includes(part.$ref)) return;
      merged.ids.push(part.$ref);
      add(target.json);
    }
    for (const inner of asSchemas(part.allOf)) add(inner);
  }

  function addOwn(own: Record<string, unknown>): void {
    addGiven(own);
    addTypes(own);
    for (const [name, value] of entries(own.properties)) merged.properties.set(name, both(merged.properties.get(name), value));
    for (const [name, value] of entries(own.patternProperties)) merged.patternProperties.set(name, both(merged.patternProperties.get(name), value));
    for (const [name, value] of entries(own.dependentSchemas ?? own.dependencies)) merged.dependentSchemas.set(name, both(merged.dependentSchemas.get(name), value));
    for (const [name, names] of Object.entries(asObject(own.dependentRequired ?? own.dependencies) ?? {})) if (Array.isArray(names)) merged.dependentRequired.set(name, asStrings(names));
    for (const name of asStrings(own.required)) merged.required.add(name);
    const more = asSchema(own.additionalProperties);
    if (more !== null) merged.additional = both(merged.additional === true ? undefined : merged.additional, more);
    const tuple = asSchemas(own.prefixItems ?? (Array.isArray(own.items) ? own.items : null));
    if (tuple.length > merged.tuple.length) merged.tuple = tuple;
    const items = asSchema(own.items);
    if (items !== null) merged.items = both(merged.items ?? undefined, items);
    merged.contains = asSchema(own.contains) ?? merged.contains;
    merged.propertyNames = asSchema(own.propertyNames) ?? merged.propertyNames;
    for (const word of ["oneOf", "anyOf"]) if (asSchemas(own[word]).length > 0) merged.choices.push(asSchemas(own[word]));
    const not = asSchema(own.not);
    if (not !== null) merged.not.push(not);
    const condition = asSchema(own.if);
    if (condition !== null) merged.conditions.push({ if: condition, then: asSchema(own.then), else: asSchema(own.else) });
    if (Array.isArray(own.enum)) merged.enums.push(own.enum);
    if ("const" in own) merged.enums.push([own.const]);
    if (typeof own.pattern === "string") merged.patterns.push(own.pattern);
    if (typeof own.format === "string") merged.formats.push(own.format);
    addLimits(own);
    if (own.uniqueItems === true) merged.unique = true;
  }

  function addGiven(own: Record<string, unknown>): void {
    if (own.example !== undefined) merged.given.push(own.example);
    if (Array.isArray(own.examples)) merged.given.push(...(own.examples as unknown[]).slice(0, 3));
    if (own.default !== undefined) merged.given.push(own.default);
  }

  function addTypes(own: Record<string, unknown>): void {
    if (own.nullable === true) merged.nullable = true;
    const types = typeof own.type === "string" ? [own.type] : asStrings(own.type);
    if (types.length === 0) return;
    const known = merged.types;
    const wide = new Set(types);
    merged.types = known === null ? wide : new Set([...known].filter((type) => wide.has(type) || (type === "integer" && wide.has("number"))).concat(known.has("number") && wide.has("integer") ? ["integer"] : []));
  }

  function addLimits(own: Record<string, unknown>): void {
    const { limits } = merged;
    const tighten = (name: LowerLimit | UpperLimit, value: number | null) => {
      const known = limits[name];
      if (value !== null) limits[name] = known === null ? value : lower.has(name) ? Math.max(known, value) : Math.min(known, value);
    };
    // A boolean beside the limit up to OpenAPI 3.0, a limit itself since 3.1.
    tighten(own.exclusiveMinimum === true ? "above" : "minimum", asNumber(own.minimum));
    tighten(own.exclusiveMaximum === true ? "below" : "maximum", asNumber(own.maximum));
    tighten("above", asNumber(own.exclusiveMinimum));
    tighten("below", asNumber(own.exclusiveMaximum));
    for (const name of ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"] as const) tighten(name, asNumber(own[name]));
    const step = asNumber(own.multipleOf);
    if (step !== null && step > 0) merged.multiples.push(step);
  }
}

function both(known: SchemaValue | undefined, more: SchemaValue): SchemaValue {
  if (known === undefined || known === true) return more;
  if (known === false || more === false) return false;
  return more === true ? known : { allOf: [known, more] };
}

function entries(value: unknown): [string, SchemaValue][] {
  return Object.entries(asObject(value) ?? {}).flatMap(([name, schema]): [string, SchemaValue][] => {
    const known = asSchema(schema);
    return known === null ? [] : [[name, known]];
  });
}

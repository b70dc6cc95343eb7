import type { SchemaValue } from "../normalized-spec.ts";
import { asObject, asSchema, asSchemas, type SchemaMap } from "../outline/schema-values.ts";
import { isQuickPattern } from "./quick-pattern.ts";
import { fitsFormat } from "./fits-format.ts";
import { mergeSchema, type MergedSchema } from "./merged-schema.ts";

type Budget = { left: number; depth: number };
const stepsMax = 20_000;
const depthMax = 60;

/**
 * Whether a value is such as a schema demands, to choose among candidates for an example. It reads a schema as it
 * stands, without compiling it first, which a page that shows five examples could not wait for. What it cannot judge
 * (a pattern that may take for ever, a schema that is not there, more than its share of steps) it lets pass.
 */
export function fitsSchema(value: unknown, schema: SchemaValue, schemas: SchemaMap, budget: Budget = { left: stepsMax, depth: 0 }): boolean {
  if (typeof schema === "boolean") return schema;
  if ((budget.left -= 1) < 0 || budget.depth > depthMax) return true;
  budget.depth += 1;
  const fits = fitsMerged(value, schema, mergeSchema(schema, schemas), schemas, budget);
  budget.depth -= 1;
  return fits;
}

function fitsMerged(value: unknown, schema: Record<string, unknown>, merged: MergedSchema, schemas: SchemaMap, budget: Budget): boolean {
  if (merged.impossible) return false;
  if (value === null && merged.nullable) return true;
  if (merged.types !== null && ![...merged.types].some((type) => isOfType(value, type))) return false;
  if (merged.enums.some((values) => !values.some((known) => isSame(known, value)))) return false;
  const fits = (inner: unknown, part: SchemaValue) => fitsSchema(inner, part, schemas, budget);
  if (typeof value === "string" && !fitsText(value, merged)) return false;
  if (typeof value === "number" && !fitsNumber(value, merged)) return false;
  if (Array.isArray(value) && !fitsList(value, merged, fits)) return false;
  const object = asObject(value);
  if (object !== null && !fitsObject(object, merged, fits)) return false;
  if (merged.not.some((part) => fits(value, part))) return false;
  if (merged.conditions.some((condition) => !fits(value, (fits(value, condition.if) ? condition.then : condition.else) ?? true))) return false;
  return fitsChoices(value, schema, schemas, fits, new Set());
}

type Fits = (value: unknown, schema: SchemaValue) => boolean;

/** `oneOf` asks for exactly one; that is why the merged lists do not do here. */
function fitsChoices(value: unknown, schema: SchemaValue, schemas: SchemaMap, fits: Fits, seen: Set<string>): boolean {
  if (typeof schema === "boolean") return true;
  const anyOf = asSchemas(schema.anyOf);
  if (anyOf.length > 0 && !anyOf.some((option) => fits(value, option))) return false;
  const oneOf = asSchemas(schema.oneOf);
  if (oneOf.length > 0 && oneOf.filter((option) => fits(value, option)).length !== 1) return false;
  const id = typeof schema.$ref === "string" && !seen.has(schema.$ref) ? schema.$ref : null;
  const target = id === null ? undefined : schemas.get(id);
  const next = id === null ? seen : new Set([...seen, id]);
  return [...(target === undefined ? [] : [target.json]), ...asSchemas(schema.allOf)].every((part) => fitsChoices(value, part, schemas, fits, next));
}

export function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "object": return asObject(value) !== null;
    case "array": return Array.isArray(value);
    case "integer": return Number.isInteger(value);
    case "number": return typeof value === "number";
    case "null": return value === null;
    default: return typeof value === type;
  }
}

function fitsText(text: string, { limits, patterns, formats }: MergedSchema): boolean {
  const length = [...text].length;
  if (length < (limits.minLength ?? 0) || length > (limits.maxLength ?? Number.POSITIVE_INFINITY)) return false;
  return formats.every((format) => fitsFormat(text, format)) && patterns.every((pattern) => fitsPattern(text, pattern));
}

/** Whether a text matches; one that may take for ever to find out is taken to. */
export function fitsPattern(text: string, pattern: string): boolean {
  if (text.length > 500 || !isQuickPattern(pattern)) return true;
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return true;
  }
}

function fitsNumber(value: number, { limits, multiples }: MergedSchema): boolean {
  if (value < (limits.minimum ?? -Infinity) || value > (limits.maximum ?? Infinity) || value <= (limits.above ?? -Infinity) || value >= (limits.below ?? Infinity)) return false;
  return multiples.every((step) => Math.abs(value / step - Math.round(value / step)) < 1e-9);
}

function fitsList(list: unknown[], merged: MergedSchema, fits: Fits): boolean {
  if (list.length < (merged.limits.minItems ?? 0) || list.length > (merged.limits.maxItems ?? Number.POSITIVE_INFINITY)) return false;
  if (merged.unique && new Set(list.map((item) => JSON.stringify(item))).size < list.length) return false;
  if (merged.contains !== null && !list.some((item) => fits(item, merged.contains ?? true))) return false;
  return list.every((item, index) => fits(item, merged.tuple[index] ?? merged.items ?? true));
}

function fitsObject(object: Record<string, unknown>, merged: MergedSchema, fits: Fits): boolean {
  const names = Object.keys(object);
  if ([...merged.required].some((name) => !Object.hasOwn(object, name))) return false;
  if (names.length < (merged.limits.minProperties ?? 0) || names.length > (merged.limits.maxProperties ?? Number.POSITIVE_INFINITY)) return false;
  if (merged.propertyNames !== null && !names.every((name) => fits(name, merged.propertyNames ?? true))) return false;
  for (const [name, needed] of merged.dependentRequired) if (name in object && !needed.every((other) => other in object)) return false;
  for (const [name, part] of merged.dependentSchemas) if (name in object && !fits(object, part)) return false;
  const patterns = [...merged.patternProperties];
  return names.every((name) => {
    const value = object[name];
    const own = merged.properties.get(name);
    const matching = patterns.filter(([pattern]) => fitsPattern(name, pattern));
    if (own !== undefined && !fits(value, own)) return false;
    if (matching.some(([, part]) => !fits(value, part))) return false;
    return own !== undefined || matching.length > 0 || fits(value, asSchema(merged.additional) ?? true);
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));
}


import { asNumber, asObject, asText, constOptions } from "./schema-values.ts";

/** Of an object that has no properties but those named. */
export const closedWords = "no other properties";

/** What a value must keep to, each in words: `1–50 items`, `at most 140 characters`, `≥ 0`. JSON Schema validation, section 6. */
export function constraintWords(schema: Record<string, unknown>): string[] {
  return [
    range(schema.minLength, schema.maxLength, "character"),
    numbers(schema),
    multiple(schema.multipleOf),
    range(schema.minItems, schema.maxItems, "item"),
    schema.uniqueItems === true ? "no duplicates" : null,
    schema.contains === undefined ? null : `${range(schema.minContains ?? 1, schema.maxContains, "matching item") ?? "a matching item"}`,
    range(schema.minProperties, schema.maxProperties, "property"),
    schema.additionalProperties === false || schema.unevaluatedProperties === false ? closedWords : null,
    asText(schema.contentEncoding) === null ? null : `${asText(schema.contentEncoding)} encoded`,
  ].filter((word) => word !== null);
}

function range(least: unknown, most: unknown, unit: string): string | null {
  const low = asNumber(least) || null;
  const high = asNumber(most);
  if (low !== null && low === high) return `exactly ${count(low, unit)}`;
  if (low !== null && high !== null) return `${short(low)}–${count(high, unit)}`;
  if (low !== null) return `at least ${count(low, unit)}`;
  return high === null ? null : `at most ${count(high, unit)}`;
}

function numbers(schema: Record<string, unknown>): string | null {
  const minimum = asNumber(schema.minimum);
  const maximum = asNumber(schema.maximum);
  // A boolean beside the limit up to OpenAPI 3.0, a limit itself since 3.1.
  const above = asNumber(schema.exclusiveMinimum) ?? (schema.exclusiveMinimum === true ? minimum : null);
  const below = asNumber(schema.exclusiveMaximum) ?? (schema.exclusiveMaximum === true ? maximum : null);
  const from = above === null ? (minimum === null ? null : `≥ ${short(minimum)}`) : `> ${short(above)}`;
  const to = below === null ? (maximum === null ? null : `≤ ${short(maximum)}`) : `< ${short(below)}`;
  if (minimum !== null && maximum !== null && above === null && below === null) return `${short(minimum)} to ${short(maximum)}`;
  return from !== null && to !== null ? `${from} and ${to}` : (from ?? to);
}

function multiple(of: unknown): string | null {
  const step = asNumber(of);
  return step === null ? null : `multiple of ${short(step)}`;
}

function count(number: number, unit: string): string {
  return `${short(number)} ${number === 1 ? unit : unit.replace(/y$/, "ie")}${number === 1 ? "" : "s"}`;
}

function short(number: number): string {
  return Number.isInteger(number) && Math.abs(number) >= 10_000 && Math.abs(number) < 1e15 ? number.toLocaleString("en") : String(number);
}

export type EnumValue = { value: string; description: string | null };

/** Values of an enum or constant, with what is said of each: by `oneOf` with constants, or by vendor extensions. */
export function enumValues(schema: Record<string, unknown>): EnumValue[] {
  const values = "const" in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : [];
  const options = values.length > 0 ? [] : constOptions(schema);
  if (options.length > 0) return options.map(({ value, description }) => ({ value: typeof value === "string" ? value : JSON.stringify(value), description }));
  const described = schema["x-enum-descriptions"] ?? schema["x-enumDescriptions"] ?? schema["x-enum-varnames"] ?? schema["x-enumNames"];
  return values.map((value, index) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const description = Array.isArray(described) ? described[index] : asObject(described)?.[text];
    return { value: text, description: asText(description) };
  });
}

import type { Pair } from "./compare-shapes.ts";
import { formatWithin, isKnownFormat, isNumeric, meaningOf } from "./formats.ts";
import { divides, leastCommon } from "./numbers.ts";
import { quickMatch } from "./quick-match.ts";
import type { Bound, Shape } from "./shape.ts";
import { FRACTION, INTEGER, NUMBER, STRING, typeOf } from "./shape.ts";

/** Bounds of numbers, lengths and patterns of strings, formats of both. A list of values is judged value by value. */
export function compareScalars(pair: Pair): void {
  const shape = withValues(pair.shape);
  if (pair.types & NUMBER) compareNumbers(pair, shape);
  if (pair.types & STRING) compareStrings(pair, shape);
  compareFormats(pair);
}

/** What follows from a list of values. */
function withValues(shape: Shape): Shape {
  if (!shape.values) return shape;
  const of = (types: number) => ((shape.types & types & ~shape.valuesFor) === 0 ? [...(shape.values ?? new Map<string, unknown>()).values()].filter((value) => typeOf(value) & types) : []);
  const numbers = of(NUMBER).map(Number);
  const lengths = of(STRING).map((text) => [...String(text)].length);
  return {
    ...shape,
    ...(numbers.length > 0 ? { minimum: { value: Math.min(...numbers), exclusive: false }, maximum: { value: Math.max(...numbers), exclusive: false } } : {}),
    ...(lengths.length > 0 ? { minLength: Math.min(...lengths), maxLength: Math.max(...lengths) } : {}),
  };
}

function compareNumbers({ demanded, report, types }: Pair, shape: Shape): void {
  const integers = (shape.types & FRACTION) === 0 || (types & FRACTION) === 0;
  if (demanded.minimum && !within(shape.minimum, demanded.minimum, 1, integers)) report("minimum", boundWords(shape.minimum), boundWords(demanded.minimum));
  if (demanded.maximum && !within(shape.maximum, demanded.maximum, -1, integers)) report("maximum", boundWords(shape.maximum), boundWords(demanded.maximum));
  for (const multiple of demanded.multiples) {
    const values = shape.values && (types & NUMBER & ~shape.valuesFor) === 0 ? [...shape.values.values()].filter((value) => typeof value === "number") : null;
    const kept = values ? values.every((value) => divides(multiple, value)) : divides(multiple, leastCommon(shape.multiples)) || shape.multiples.some((other) => divides(multiple, other)) || (integers && types & INTEGER && divides(multiple, 1));
    if (!kept) report("multiple-of", shape.multiples[0] ?? "none", multiple);
  }
}

function within(given: Bound | null, demanded: Bound, sign: 1 | -1, integers: boolean): boolean {
  if (!given) return false;
  const [one, other] = integers ? [inclusive(given, sign), inclusive(demanded, sign)] : [given, demanded];
  if (one.value === other.value) return one.exclusive || !other.exclusive;
  return (one.value - other.value) * sign > 0;
}

/** Among integers `> 3` is `>= 4`. */
function inclusive({ value, exclusive }: Bound, sign: 1 | -1): Bound {
  if (!Number.isInteger(value)) return { value: sign === 1 ? Math.ceil(value) : Math.floor(value), exclusive: false };
  return { value: exclusive ? value + sign : value, exclusive: false };
}

function boundWords(bound: Bound | null): string {
  return bound ? `${bound.value}${bound.exclusive ? " (exclusive)" : ""}` : "none";
}

function compareStrings({ demanded, report, types }: Pair, shape: Shape): void {
  if (demanded.minLength > shape.minLength) report("min-length", shape.minLength, demanded.minLength);
  if (demanded.maxLength < shape.maxLength) report("max-length", shape.maxLength, demanded.maxLength);
  const values = shape.values && (types & STRING & ~shape.valuesFor) === 0 ? [...shape.values.values()].filter((value) => typeof value === "string") : null;
  for (const pattern of demanded.patterns) {
    if (shape.patterns.includes(pattern)) continue;
    if (values && values.every((value) => quickMatch(pattern, value) === true)) continue;
    report(shape.patterns.length === 0 ? "pattern" : "pattern-other", shape.patterns.join(" and ") || "none", pattern);
  }
  if (demanded.contentEncoding !== null && shape.contentEncoding !== demanded.contentEncoding) report("content-encoding", shape.contentEncoding ?? "none", demanded.contentEncoding);
}

function compareFormats({ shape, demanded, types, report }: Pair): void {
  // Where every value is listed, a format adds nothing.
  if (shape.values && (types & (NUMBER | STRING) & ~shape.valuesFor) === 0) return;
  const given = shape.formats.map(meaningOf).filter((format) => format !== null);
  for (const written of demanded.formats) {
    const format = meaningOf(written);
    if (format === null || given.includes(format) || !speaksOf(format, types, demanded.types)) continue;
    // An integer within 32 bits by its bounds, or any number for the widest formats.
    if (isImplied(format, shape)) continue;
    if (given.length === 0) report(isKnownFormat(format) ? "format" : "format-unknown", "none", format);
    else {
      const verdicts = given.map((other) => formatWithin(other, format));
      if (verdicts.includes(true)) report("format-widened", given.join(" and "), format);
      else report(verdicts.includes(null) ? "format-unknown" : "format", given.join(" and "), format);
    }
  }
}

/** Whether a format says anything of these types: one of numbers says nothing of the texts that are permitted beside them. */
function speaksOf(format: string, types: number, permitted: number): boolean {
  if (!isNumeric(format)) return (types & STRING) !== 0;
  return (types & NUMBER) !== 0 || (permitted & NUMBER) === 0 || !isKnownFormat(format);
}

function isImplied(format: string, { types, minimum, maximum }: Shape): boolean {
  const bits = format === "int32" ? 31 : format === "int64" ? 63 : null;
  return bits !== null && (types & FRACTION) === 0 && minimum !== null && maximum !== null && minimum.value >= -(2 ** bits) && maximum.value < 2 ** bits;
}

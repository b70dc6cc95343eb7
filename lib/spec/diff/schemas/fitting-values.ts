import { divides, fits } from "./numbers.ts";
import { quickMatch } from "./quick-match.ts";
import type { Shape } from "./shape.ts";
import { typeOf } from "./shape.ts";

/** A shape without those of its listed values that it refuses for another reason: nobody sends or gets them. */
export function withFittingValues(shape: Shape): Shape {
  const { values } = shape;
  if (values === null) return shape;
  const kept = [...values].filter(([, value]) => (typeOf(value) & shape.types) !== 0 && isPermitted(shape, value));
  if (kept.length === values.size) return shape;
  const left = kept.reduce((types, [, value]) => types | typeOf(value), 0);
  return { ...shape, values: new Map(kept), types: shape.types & (left | ~shape.valuesFor) };
}

/** Only what is sure to be refused is: a pattern that is not tried refuses nothing. */
function isPermitted({ minimum, maximum, multiples, minLength, maxLength, patterns }: Shape, value: unknown): boolean {
  if (typeof value === "number") return fits(minimum, value, 1) && fits(maximum, value, -1) && multiples.every((multiple) => divides(multiple, value));
  if (typeof value !== "string") return true;
  const length = [...value].length;
  return length >= minLength && length <= maxLength && patterns.every((pattern) => quickMatch(pattern, value) !== false);
}

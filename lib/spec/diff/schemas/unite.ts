import { isNumeric } from "./formats.ts";
import type { Shape } from "./shape.ts";
import { ANY, ARRAY, NULL, NUMBER, OBJECT, STRING, anyShape } from "./shape.ts";

/**
 * Alternatives as one shape, where that loses nothing: each type is described by one of them only, since all else that
 * a shape says holds for one type (`[{type: string}, {$ref}, {type: null}]`), or they are lists of values. Else `null`.
 */
export function uniteShapes(alternatives: Shape[], orNull: boolean): Shape | null {
  if (alternatives.length === 1 && !orNull) return alternatives[0] ?? null;
  if (alternatives.some(({ unions, nots, conditions, readOnly, writeOnly }) => unions.length + nots.length + conditions.length > 0 || readOnly || writeOnly)) return null;
  // A format of numbers that are written as text would become one of the numbers beside them.
  if (alternatives.some(({ types }) => types & NUMBER) && alternatives.some(({ types, formats }) => (types & NUMBER) === 0 && (types & STRING) !== 0 && formats.some(isNumeric))) return null;
  let united: Shape = { ...anyShape(), types: orNull ? NULL : 0 };
  for (const shape of alternatives) {
    const shared = united.types & shape.types;
    if (shared === 0) united = joinDisjoint(united, shape);
    else if (onlyValues(united, shared) && onlyValues(shape, shared)) united = joinDisjoint(united, shape);
    else if (onlyTypes(united) && onlyTypes(shape)) united = { ...united, types: united.types | shape.types };
    else if ((shape.types & ~united.types) === 0 && onlyTypes(shape) && onlyTypes(united)) continue;
    else return null;
  }
  return united;
}

function joinDisjoint(one: Shape, other: Shape): Shape {
  const types = one.types | other.types;
  const of = (bit: number) => (other.types & bit && !(one.types & bit) ? other : one.types & bit ? one : other);
  const [number, string, array, object] = [of(NUMBER), of(STRING), of(ARRAY), of(OBJECT)];
  return {
    ...anyShape(), types,
    values: one.values || other.values ? new Map([...(one.values ?? []), ...(other.values ?? [])]) : null,
    valuesFor: (one.valuesFor | other.valuesFor) & types,
    minimum: number.minimum, maximum: number.maximum, multiples: number.multiples,
    minLength: string.minLength, maxLength: string.maxLength, patterns: string.patterns, contentEncoding: string.contentEncoding,
    formats: [...new Set([one, other].flatMap((shape) => (shape.types & (STRING | NUMBER) ? shape.formats : [])))],
    minItems: array.minItems, maxItems: array.maxItems, uniqueItems: array.uniqueItems, prefix: array.prefix, items: array.items, contains: array.contains,
    properties: object.properties, required: object.required, additional: object.additional, patternProperties: object.patternProperties,
    propertyNames: object.propertyNames, minProperties: object.minProperties, maxProperties: object.maxProperties, dependentRequired: object.dependentRequired,
    discriminator: object.discriminator, deprecated: one.deprecated && other.deprecated, defaultValue: one.defaultValue ?? other.defaultValue,
  };
}

function onlyValues(shape: Shape, types: number): boolean {
  return shape.values !== null && (types & ~shape.valuesFor) === 0;
}

/** Says nothing but which types are meant. */
function onlyTypes(shape: Shape): boolean {
  const any = anyShape();
  return (shape.types & ~ANY) === 0 && shape.values === null && !shape.minimum && !shape.maximum && shape.multiples.length === 0
    && shape.minLength === 0 && shape.maxLength === any.maxLength && shape.patterns.length === 0 && shape.formats.length === 0 && shape.contentEncoding === null
    && shape.minItems === 0 && shape.maxItems === any.maxItems && !shape.uniqueItems && shape.prefix.length === 0 && !shape.items && shape.contains.length === 0
    && shape.properties.size === 0 && shape.required.size === 0 && !shape.additional && shape.patternProperties.size === 0 && !shape.propertyNames
    && shape.minProperties === 0 && shape.maxProperties === any.maxProperties && shape.dependentRequired.size === 0;
}

/** Whether a shape permits every value. */
export function isAny(shape: Shape): boolean {
  return (shape.types & ANY) === ANY && onlyTypes(shape) && shape.unions.length + shape.nots.length + shape.conditions.length === 0;
}

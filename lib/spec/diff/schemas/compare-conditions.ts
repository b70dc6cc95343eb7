import type { SchemaValue } from "../../normalized-spec.ts";
import { isObject } from "../../values.ts";
import { canonical } from "./canonical.ts";
import type { Pair } from "./compare-shapes.ts";
import type { Comparison } from "./comparison.ts";
import type { Part, Shape } from "./shape.ts";

/** `not` and `if`, `then`, `else`: decided where what they ask about is the same, or cannot be. */
export function compareConditions({ comparison, from, to, shape, demanded, report }: Pair): void {
  for (const not of demanded.nots) {
    const kept = shape.nots.some((other) => isSameCondition(comparison, other, not)) || neverMatches(shape, comparison.to.shape(not));
    if (!kept) report("not", shape.nots.length === 0 ? "none" : "some", "others");
  }
  const wholes = shape.conditions.map(branches);
  for (const condition of demanded.conditions) {
    const now = branches(condition);
    // Asked about what this value never is, and nothing said otherwise.
    if (now.otherwise.json === true && neverMatches(shape, comparison.to.shape(now.when))) continue;
    if (!wholes.some((then) => isSameCondition(comparison, then.when, now.when) && isCovered([then.when, then.then], [now.when, now.then]) && isCovered([then.otherwise], [now.otherwise]))) report("condition", "none", "some");
  }

  /** A branch says little by itself: what it leaves open the schema around it may say. */
  function isCovered(then: Part[], now: Part[]): boolean {
    if (then.every((part, index) => isSameCondition(comparison, part, now[index] ?? part))) return true;
    const [one, other] = [comparison.from.withoutConditions(from), comparison.to.withoutConditions(to)];
    return comparison.isCovered(comparison.compare(comparison.from.all([one, ...then]), comparison.to.all([other, ...now])));
  }
}

/**
 * Whether a schema that is only asked about asks the same as before. What is demanded of a value may become less; here less
 * and more both make a difference, so that only what is written alike counts, down to what it refers to.
 */
export function isSameCondition(comparison: Comparison, then: Part, now: Part): boolean {
  const [one, other] = [comparison.from.target(then), comparison.to.target(now)];
  if (comparison.isWrittenAlike(one, other)) return true;
  const text = canonical(one.json);
  if (text !== canonical(other.json)) return false;
  const { opposite } = comparison;
  return !text.includes("\"$ref\":") || (comparison.isCovered(comparison.compare(one, other)) && opposite.isCovered(opposite.compare(other, one)));
}

/** Whether no value of the one shape is one of the other, by their types or by the values that both list. */
function neverMatches(shape: Shape, not: Shape): boolean {
  const shared = shape.types & not.types;
  if (shared === 0) return true;
  if (!shape.values || !not.values || (shared & ~(shape.valuesFor & not.valuesFor)) !== 0) return false;
  return [...shape.values.keys()].every((key) => not.values?.has(key) !== true);
}

function branches(part: Part): { when: Part; then: Part; otherwise: Part } {
  const json = isObject(part.json) ? part.json : {};
  const branch = (keyword: string): Part => ({ json: (json[keyword] ?? true) as SchemaValue, file: part.file, pointer: `${part.pointer}/${keyword}` });
  return { when: branch("if"), then: branch("then"), otherwise: branch("else") };
}

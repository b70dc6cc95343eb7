import type { SchemaValue } from "../../normalized-spec.ts";
import { canonical } from "./canonical.ts";
import type { Pair } from "./compare-shapes.ts";
import type { Part } from "./shape.ts";
import { isObject } from "../../values.ts";

/** `not` and `if`, `then`, `else`: decided where they are equal. */
export function compareConditions({ comparison, shape, demanded, report }: Pair): void {
  for (const not of demanded.nots) {
    const kept = shape.nots.some((other) => canonical(comparison.from.target(other).json) === canonical(comparison.to.target(not).json));
    if (!kept) report("not", shape.nots.length === 0 ? "none" : "some", "others");
  }
  const wholes = shape.conditions.map(branches);
  for (const condition of demanded.conditions) {
    const now = branches(condition);
    if (!wholes.some((then) => now.every((branch, index) => then[index] !== undefined && isSame(branch, then[index])))) report("condition", "none", "some");
  }

  function isSame(now: Part, then: Part): boolean {
    return comparison.isCovered(comparison.compare(then, now));
  }
}

function branches(part: Part): Part[] {
  const json = isObject(part.json) ? part.json : {};
  return ["if", "then", "else"].map((keyword) => ({ json: (json[keyword] ?? true) as SchemaValue, file: part.file, pointer: `${part.pointer}/${keyword}` }));
}

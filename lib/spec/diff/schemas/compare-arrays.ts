import { isSameCondition } from "./compare-conditions.ts";
import type { Pair } from "./compare-shapes.ts";
import type { Part, Shape } from "./shape.ts";

/** Lists and tuples. */
export function compareArrays({ comparison, compared, shape, demanded, report }: Pair): void {
  const least = shape.minItems;
  if (demanded.minItems > least) report("min-items", least, demanded.minItems);
  if (demanded.maxItems < longest(shape)) report("max-items", longest(shape), demanded.maxItems);
  if (demanded.uniqueItems && !shape.uniqueItems && longest(shape) > 1) report("unique-items", "any", "unique");
  for (const wanted of demanded.contains) {
    const kept = shape.contains.some((given) => given.least >= wanted.least && given.most <= wanted.most && comparison.isCovered(comparison.compare(given.part, wanted.part)) && (wanted.most === Infinity || isSameCondition(comparison, given.part, wanted.part)));
    if (!kept) report("contains", shape.contains.length === 0 ? "none" : "some", shape.contains.length === 0 ? "some" : "others");
  }
  if (longest(shape) === 0) return;
  const places = Math.min(Math.max(shape.prefix.length, demanded.prefix.length), 100);
  for (let index = 0; index < places && index < longest(shape); index++) compareItem(`[${index}]`, shape.prefix[index] ?? shape.items, demanded.prefix[index] ?? demanded.items);
  if (places < longest(shape)) compareItem("[]", shape.items, demanded.items);

  function compareItem(path: string, given: Part | null, permitted: Part | null): void {
    if (permitted === null) return;
    if (given !== null) {
      compared.inner.push({ path, compared: comparison.compare(given, permitted) });
      return;
    }
    if (!comparison.to.permitsAll(permitted)) report("items", "anything", "something", path);
  }
}

/** A tuple that is closed has no more items than places. */
function longest({ maxItems, prefix, items }: Shape): number {
  return items?.json === false ? Math.min(maxItems, prefix.length) : maxItems;
}

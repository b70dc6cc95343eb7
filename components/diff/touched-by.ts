import type { ViewedConsumer } from "#lib/catalog/comparisons/view-comparison.ts";
import type { Touched } from "./change-item.tsx";

/** Whom each change touches, by ordinal. Those whose use is only possible are not among them. */
export function touchedBy(consumers: readonly ViewedConsumer[], href: (consumer: ViewedConsumer) => string): Touched {
  const touched = new Map<number, { title: string; href: string; effect: "broken" | "at risk" }[]>();
  for (const consumer of consumers) {
    if (consumer.possible) continue;
    for (const { ordinal, effect } of consumer.causes) touched.set(ordinal, [...(touched.get(ordinal) ?? []), { title: consumer.title, href: href(consumer), effect }]);
  }
  return touched;
}

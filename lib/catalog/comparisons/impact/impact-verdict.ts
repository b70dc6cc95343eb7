import type { Effects } from "#db/schema/comparison/impacts.ts";
import type { ImpactVerdict } from "#lib/spec/impact/find-impact.ts";

/**
 * What a consumer has to expect of the changes that touch it. What is not known is never *unaffected* where anything breaks
 * or may (`harmless`: nothing does), and a use that is only possible is never stated as broken.
 */
export function impactVerdict({ effects, known, possible, harmless }: { effects: Effects; known: boolean; possible: boolean; harmless: boolean }): ImpactVerdict {
  if (harmless) return "unaffected";
  if (possible) return effects.length > 0 || !known ? "unknown" : "unaffected";
  if (effects.some(([, effect]) => effect === "broken")) return "broken";
  if (effects.length > 0) return "at risk";
  return known ? "unaffected" : "unknown";
}

import type { Tally } from "#db/schema/comparison/words.ts";
import type { Level } from "#lib/spec/diff/change.ts";
import { verdictOf } from "#lib/spec/diff/change.ts";
import type { Audience } from "#lib/parsing/compared-documents.ts";

export function tallyOf(changes: readonly { level: Level }[]): Tally {
  const count = (level: Level) => changes.filter((change) => change.level === level).length;
  return { verdict: verdictOf(changes), breaking: count("breaking"), risky: count("risky"), info: count("info") };
}

/** Whether a change is there for a reader: one who sees every part, or one who does not. */
export function isFor(audience: Audience, seesAllParts: boolean): boolean {
  return audience === "all" || audience === (seesAllParts ? "insiders" : "visitors");
}

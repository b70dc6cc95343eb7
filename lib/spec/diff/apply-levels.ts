import { type Change, type Diff, type Level, levelRank, verdictOf } from "./change.ts";

/** A diff judged by levels of one's own, by rule id; the level of a rule itself is in `findRule`. */
export function applyLevels(diff: Diff, levels: Readonly<Record<string, Level>>): Diff {
  return diffOf(diff.changes.map((change) => (Object.hasOwn(levels, change.rule) ? { ...change, level: levels[change.rule] ?? change.level } : change)));
}

/** Changes in order, the worst first, and their verdict. */
export function diffOf(changes: readonly Change[]): Diff {
  return { verdict: verdictOf(changes), changes: [...changes].sort((one, other) => levelRank[one.level] - levelRank[other.level]) };
}

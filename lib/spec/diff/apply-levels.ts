import type { Change, Diff, Level } from "./change.ts";
import { verdictOf } from "./change.ts";

const rank = { breaking: 0, risky: 1, info: 2 } as const;

/** A diff judged by levels of one's own, by rule id; the level of a rule itself is in `findRule`. */
export function applyLevels(diff: Diff, levels: Readonly<Record<string, Level>>): Diff {
  return diffOf(diff.changes.map((change) => (Object.hasOwn(levels, change.rule) ? { ...change, level: levels[change.rule] ?? change.level } : change)));
}

/** Changes in order, the worst first, and their verdict. */
export function diffOf(changes: readonly Change[]): Diff {
  return { verdict: verdictOf(changes), changes: [...changes].sort((one, other) => rank[one.level] - rank[other.level]) };
}

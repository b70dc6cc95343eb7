import type { Level } from "../change.ts";

/** A rule: how bad a change is, why, and what to do instead of it. */
export type Rule = {
  level: Level;
  /** One sentence. */
  reason: string;
  /** One sentence; absent where there is nothing to do. */
  instead?: string;
  /** Risky because it cannot be decided, and not because some clients are known to fail. */
  undecided?: true;
};

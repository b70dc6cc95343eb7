import type { Place } from "../text/resolution.ts";

/**
 * `breaking`: a client that kept to the base fails. `risky`: some reasonable clients fail, or it cannot be decided.
 * `info`: nobody fails.
 */
export type Level = "breaking" | "risky" | "info";
/** The worst first. */
export const levelRank = { breaking: 0, risky: 1, info: 2 } as const satisfies Record<Level, number>;
export type Verdict = "breaking" | "risky" | "compatible";

/** `request`: what the owner accepts; `response`: what it emits. A received event varies like a request, a sent one like a response. */
export type Direction = "request" | "response";

/** A place of one of the two documents; `line` counts from 1 and is `null` until `locateChanges` has found it. */
export type ChangePlace = Place & { line: number | null };

/** One element of a diff. */
export type Change = {
  /** Id in `rules`. */
  rule: string;
  level: Level;
  direction: Direction | null;
  /** `Operation.key` of the base, or of the revision where the base has none; `null` for the document as a whole. */
  operation: string | null;
  /** The same as the revision spells it, or the base where the revision has none: `GET /users/{id}`. Absent in what was stored before. */
  display?: string | null;
  /** One sentence: what changed. */
  message: string;
  /** The place in the revision; in the base, where the revision has none. */
  pointer: string;
  /** Where it is, or the nearest thing around it; `null` where the document has nothing there. */
  base: ChangePlace | null;
  revision: ChangePlace | null;
  /**
   * The fields that it touches, as a manifest writes them: `request.body.items[].sku`, `response.id`, `response.404.code`,
   * `payload.total`. Several where one schema is used at several places; none where the operation as a whole is touched.
   */
  fields: string[];
  /** The only messages of the operation that it is about (`Message.id`), as either document calls them; absent where it is about all. */
  messages?: string[];
  /** Whether it concerns every user of the operation, whichever fields they use. */
  everyone: boolean;
};

export type Diff = { verdict: Verdict; changes: Change[] };

/** The verdict is the worst of the levels. */
export function verdictOf(changes: readonly { level: Level }[]): Verdict {
  if (changes.some(({ level }) => level === "breaking")) return "breaking";
  return changes.some(({ level }) => level === "risky") ? "risky" : "compatible";
}

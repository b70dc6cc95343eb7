import type { Severity } from "../diagnostic.ts";

/** A finding on the text of one file, by its offset in that text. */
export type TextProblem = { severity: Severity; code: string; message: string; help?: string; offset: number; pointer?: string };

/** Text that gives no tree. */
export class UnreadableText extends Error {
  readonly problem: TextProblem;
  constructor(problem: Omit<TextProblem, "severity">) {
    super(problem.message);
    this.problem = { severity: "error", ...problem };
  }
}

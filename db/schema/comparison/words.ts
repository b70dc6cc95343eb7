/** Words that the tables of comparing share. */
export const levels = ["breaking", "risky", "info"] as const;
export const verdicts = ["breaking", "risky", "compatible"] as const;
export const impactVerdicts = ["broken", "at risk", "unaffected", "unknown"] as const;
/** How many changes there are of each level, and the verdict that follows. */
export type Tally = { verdict: (typeof verdicts)[number]; breaking: number; risky: number; info: number };
/** What `info.version` should become (`VersionAdvice` of lib/spec/diff). */
export type Advice = { bump: "major" | "minor" | "patch" | "none"; suggested: string | null; finding: { code: string; message: string } | null };

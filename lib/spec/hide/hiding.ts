/** A part of a document, as rules name it. `internal`: marked `x-internal`. */
export type Part = { operation?: string; message?: string; property?: string; path?: string | null; tags?: string[]; internal: boolean };

/** What a reader may not see: parts marked `x-internal`, and those that a rule of the interface narrows. Plain data. */
export type Hiding = { internal: boolean; rules: PartPattern[] };
export type PartPattern = { part: "tag" | "path" | "operation" | "message" | "property"; pattern: string };

/** Whoever does not sign in, where no rule narrows anything. */
export const fromVisitors: Hiding = { internal: true, rules: [] };

export function isHiddenBy({ internal, rules }: Hiding, part: Part): boolean {
  return (part.internal && internal) || rules.some((rule) => matchesPart(rule, part));
}

/** Whether a rule speaks of a part: exactly, or of a path by how it begins. */
export function matchesPart(rule: PartPattern, part: Part): boolean {
  if (rule.part === "tag") return part.tags?.includes(rule.pattern) ?? false;
  if (rule.part === "path") return part.path?.startsWith(rule.pattern) ?? false;
  return part[rule.part] === rule.pattern;
}

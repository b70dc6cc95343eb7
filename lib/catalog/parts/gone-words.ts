import type { GonePart } from "./last-seen/find-gone-part.ts";
import type { LastSeen } from "./last-seen/find-last-seen.ts";

type Place = Pick<GonePart["version"], "line" | "sequence" | "label">;

/** `version 3 (1.2.0)`, with the line where it is not the one one is on. */
export function versionWords({ line, sequence, label }: Place, here: string | null = null): string {
  return `version ${sequence} (${label})${here !== null && line !== here ? ` of line ${line}` : ""}`;
}

/** Where it was, as one sentence; `null` where that is not known. */
export function lastSeenWords(last: LastSeen<unknown> | null, here: string): string | null {
  if (last === null) return null;
  const where = versionWords(last, here);
  return last.isCurrent ? `${capital(where)}, the current one${last.line === here ? "" : " there"}, has it.` : `${capital(where)} was the last to have it.`;
}

/** What to ask for so as to read exactly that version; the current one needs no number. */
export function pinOf({ line, sequence, isCurrent }: LastSeen<unknown>): { line: string; version: number | null } {
  return { line, version: isCurrent ? null : sequence };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

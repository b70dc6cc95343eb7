import type { Diagnostic } from "#lib/spec/diagnostic.ts";

export type SourceLanguage = "json" | "yaml";

/** JSON if it begins like JSON, else YAML. */
export function languageOf(text: string): SourceLanguage {
  return /^\uFEFF?\s*[{[]/.test(text.slice(0, 1000)) ? "json" : "yaml";
}

export type Excerpt = { from: number; lines: string[]; marked: number };

const lineCharsMax = 240;

/** The line that a diagnostic means with those around it; `null` where the text has no such line. Lines count from 1. */
export function excerptOf(lines: readonly string[], line: number, around = 2): Excerpt | null {
  if (line < 1 || line > lines.length) return null;
  const from = Math.max(1, line - around);
  const shown = lines.slice(from - 1, line + around).map((text) => (text.length > lineCharsMax ? `${text.slice(0, lineCharsMax)}…` : text.trimEnd()));
  return { from, lines: shown, marked: line };
}

/** Worst first, then as they stand in the files. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const rank = { error: 0, warning: 1, info: 2 };
  return diagnostics.toSorted((a, b) => rank[a.severity] - rank[b.severity] || a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}

import type { Diagnostic, Severity } from "../diagnostic.ts";
import type { Position } from "./line-index.ts";

/** A diagnostic whose line is not yet known; `help` says what to do about it. */
export type Finding = { severity: Severity; code: string; message: string; help?: string; file: string; pointer: string };

/** What was found on a document, at most so many of them; `omitted` are those left out, the counts are of all. */
export type FindingReport = { diagnostics: Diagnostic[]; omitted: number; errorCount: number; warningCount: number };

/** Findings remembered, per diagnostic that may be shown; those beyond are counted. */
const FINDINGS_PER_DIAGNOSTIC = 20;
const MESSAGE_LETTERS_MAX = 500;
const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Collects findings, and gives those that are shown their lines in the end: that needs the text once more. */
export class Findings {
  readonly list: Finding[] = [];
  readonly #placed: Diagnostic[] = [];
  readonly #said = new Set<string>();
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  /** The same finding at the same place is kept once. */
  add(finding: Finding): void {
    if (this.list.length >= this.#max * FINDINGS_PER_DIAGNOSTIC) {
      this.#counts[finding.severity]++;
      return;
    }
    const key = `${finding.code}\n${finding.file}\n${finding.pointer}\n${finding.message}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.#counts[finding.severity]++;
    const { message } = finding;
    this.list.push(message.length <= MESSAGE_LETTERS_MAX ? finding : { ...finding, message: `${message.slice(0, MESSAGE_LETTERS_MAX)}…` });
  }

  /** A finding on the text itself, whose line is known already. */
  addPlaced(diagnostic: Diagnostic): void {
    this.#counts[diagnostic.severity]++;
    this.#placed.push(diagnostic);
  }

  /** Errors first where some are left out, then in the order of `files` and their text. */
  report(files: string[], locate: (file: string, pointers: string[]) => Map<string, Position>): FindingReport {
    const chosen = [...this.list].sort(bySeverity).slice(0, this.#max);
    const diagnostics = [...this.#placed, ...place(chosen, locate)].sort(bySeverity).slice(0, this.#max);
    const order = new Map(files.map((file, index) => [file, index]));
    diagnostics.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line || a.column - b.column);
    const { error, warning, info } = this.#counts;
    return { diagnostics, omitted: error + warning + info - diagnostics.length, errorCount: error, warningCount: warning };
  }
}

function bySeverity(a: { severity: Severity }, b: { severity: Severity }): number {
  return ranks[a.severity] - ranks[b.severity];
}

/** One pass over each file's text finds all its places. */
function place(findings: Finding[], locate: (file: string, pointers: string[]) => Map<string, Position>): Diagnostic[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = byFile.get(finding.file);
    if (group) group.push(finding);
    else byFile.set(finding.file, [finding]);
  }
  return [...byFile].flatMap(([file, group]) => {
    const places = locate(file, group.map(({ pointer }) => pointer));
    return group.map((finding) => ({ ...finding, ...(places.get(finding.pointer) ?? { line: 1, column: 1 }) }));
  });
}

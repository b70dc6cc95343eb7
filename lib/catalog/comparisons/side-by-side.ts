import type { Change } from "#lib/spec/diff/change.ts";
import { decodeText } from "#lib/spec/text/decode-text.ts";
import type { Texts } from "./compare-texts.ts";

/** Lines of one document from `from` on; `line` is the one that is meant. */
export type Block = { file: string; from: number; line: number; lines: string[] };
export type SideBySide = { base: Block | null; revision: Block | null };

const linesMax = 8;
const charsMax = 200;

/** The lines of both documents that each change speaks of: where it is written and what is indented below it, a few at most. */
export function sideBySide(changes: readonly Change[], base: Texts, revision: Texts): SideBySide[] {
  const [before, after] = [new Excerpts(base), new Excerpts(revision)];
  return changes.map((change) => ({ base: before.at(change.base), revision: after.at(change.revision) }));
}

/** Cuts lines out of texts of any size without splitting them up. */
class Excerpts {
  readonly #files: Texts;
  readonly #indexes = new Map<string, { text: string; starts: Uint32Array }>();

  constructor(files: Texts) {
    this.#files = files;
  }

  at(place: Change["base"]): Block | null {
    if (place === null || place.line === null) return null;
    const index = this.#index(place.file);
    if (!index || place.line > index.starts.length) return null;
    const first = lineOf(index, place.line);
    const lines = [first];
    for (let line = place.line + 1; lines.length < linesMax && line <= index.starts.length; line++) {
      const next = lineOf(index, line);
      if (next.trim() === "" || indent(next) < indent(first) || (indent(next) === indent(first) && !/^\s*[}\]]/.test(next))) break;
      lines.push(next);
      if (indent(next) === indent(first)) break;
    }
    // What it stands in says what it is: the path above a method.
    const above = place.line > 1 ? lineOf(index, place.line - 1) : "";
    const isHead = above.trim() !== "" && indent(above) < indent(first);
    return { file: place.file, from: place.line - (isHead ? 1 : 0), line: place.line, lines: (isHead ? [above, ...lines] : lines).map(shortened) };
  }

  #index(path: string) {
    const known = this.#indexes.get(path);
    if (known) return known;
    const file = this.#files.find((candidate) => candidate.path === path);
    if (!file) return undefined;
    const { text } = decodeText(file.bytes);
    const starts: number[] = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    const made = { text, starts: Uint32Array.from(starts) };
    this.#indexes.set(path, made);
    return made;
  }
}

function lineOf({ text, starts }: { text: string; starts: Uint32Array }, line: number): string {
  const start = starts[line - 1] ?? 0;
  // A minified document is one line of megabytes.
  return text.slice(start, Math.min((starts[line] ?? text.length + 1) - 1, start + charsMax * 2)).replace(/\r$/, "");
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}

function shortened(line: string): string {
  return line.length > charsMax ? `${line.slice(0, charsMax)}…` : line;
}

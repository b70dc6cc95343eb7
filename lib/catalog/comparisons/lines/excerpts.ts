import type { Change } from "#lib/spec/diff/change.ts";
import { decodeText } from "#lib/spec/text/decode-text.ts";
import type { Texts } from "../compare/compare-texts.ts";

/** `own`: the other document has no such line there. */
export type BlockLine = { at: number; text: string; own: boolean };
/** The lines of one place, and those that it stands in, the outermost first. */
export type Region = { file: string; pointer: string; line: number; around: BlockLine[]; lines: BlockLine[] };

const readMax = 600;
const aroundMax = 2;
const lookUpMax = 4_000;
export const charsMax = 1_200;

/** Cuts lines out of texts of any size without splitting them up. */
export class Excerpts {
  readonly #files: Texts;
  readonly #indexes = new Map<string, Index>();

  constructor(files: Texts) {
    this.#files = files;
  }

  /** The line of a place with what is indented below it, and the lines above that hold it. */
  at(place: Change["base"]): Region | null {
    if (place === null || place.line === null) return null;
    const index = this.#index(place.file);
    if (!index || place.line > index.starts.length) return null;
    return { file: place.file, pointer: place.pointer, line: place.line, around: aroundOf(index, place.line), lines: linesOf(index, place.line) };
  }

  #index(path: string): Index | undefined {
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

type Index = { text: string; starts: Uint32Array };

function linesOf(index: Index, from: number): BlockLine[] {
  const first = entry(index, from);
  const lines = [first];
  // A list of YAML may begin at the indentation of its name.
  const isName = /^\s*(?!-\s)[^#]*:\s*(?:#.*)?$/.test(first.text);
  for (let line = from + 1; lines.length < readMax && line <= index.starts.length; line++) {
    const next = entry(index, line);
    const beside = indent(next.text) === indent(first.text);
    const closes = beside && /^\s*[}\]]/.test(next.text);
    const listed = beside && isName && /^\s*-(\s|$)/.test(next.text);
    if (next.text.trim() === "" || indent(next.text) < indent(first.text) || (beside && !closes && !listed)) break;
    lines.push(next);
    if (closes) break;
  }
  return lines;
}

/** The nearest lines above that are indented less, each less than the one below it. */
function aroundOf(index: Index, from: number): BlockLine[] {
  const found: BlockLine[] = [];
  let least = indent(entry(index, from).text);
  for (let line = from - 1; line >= 1 && line > from - lookUpMax && found.length < aroundMax && least > 0; line--) {
    const above = entry(index, line);
    if (above.text.trim() === "" || /^\s*#/.test(above.text) || indent(above.text) >= least) continue;
    least = indent(above.text);
    found.unshift(above);
  }
  return found;
}

function entry({ text, starts }: Index, line: number): BlockLine {
  const start = starts[line - 1] ?? 0;
  // A minified document is one line of megabytes.
  return { at: line, own: false, text: text.slice(start, Math.min((starts[line] ?? text.length + 1) - 1, start + charsMax * 2)).replace(/\r$/, "") };
}

export function indent(line: string): number {
  return line.length - line.trimStart().length;
}

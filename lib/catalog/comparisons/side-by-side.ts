import type { Change } from "#lib/spec/diff/change.ts";
import { decodeText } from "#lib/spec/text/decode-text.ts";
import type { Texts } from "./compare-texts.ts";

export type BlockLine = { at: number; text: string; /** The other document has no such line there. */ own: boolean };
/** Lines of one document, some perhaps left out between them; `line` is the one that is meant. Indentation that all share is gone. */
export type Block = { file: string; line: number; lines: BlockLine[] };
export type SideBySide = { base: Block | null; revision: Block | null };

/** Lines looked at, and lines shown. */
const readMax = 600;
const shownMax = 8;
const charsMax = 400;
const alikeShown = 20;

/** The lines of both documents that each change speaks of: where it is written, and around what differs first. */
export function sideBySide(changes: readonly Change[], base: Texts, revision: Texts): SideBySide[] {
  const [before, after] = [new Excerpts(base), new Excerpts(revision)];
  return changes.map((change) => {
    const [one, other] = [before.at(change.base), after.at(change.revision)];
    const [first, last] = difference(one?.lines ?? [], other?.lines ?? []);
    const name = lastName(change.fields[0] ?? "");
    return toTheDifference({ base: one && cut(one, other, first, last, name), revision: other && cut(other, one, first, last, name) });
  });
}

/** Where one line became another and both begin alike, what is alike is left out: in compact documents it would fill the view. */
function toTheDifference({ base, revision }: SideBySide): SideBySide {
  const [one, other] = [base?.lines.filter(({ own }) => own) ?? [], revision?.lines.filter(({ own }) => own) ?? []];
  const [before, after] = [one[0], other[0]];
  if (!before || !after || one.length > 1 || other.length > 1) return { base, revision };
  let alike = 0;
  while (alike < before.text.length && before.text[alike] === after.text[alike]) alike++;
  const from = alike - alikeShown;
  if (from < alikeShown) return { base, revision };
  const shift = (block: Block | null) => block && { ...block, lines: block.lines.map((entry) => (entry.own ? { ...entry, text: `${entry.text.slice(0, indent(entry.text))}… ${entry.text.slice(from)}` } : entry)) };
  return { base: shift(base), revision: shift(revision) };
}

type Region = { file: string; line: number; head: BlockLine | null; lines: BlockLine[] };

/** How many lines are equal at the beginning and at the end. */
function difference(one: BlockLine[], other: BlockLine[]): [first: number, last: number] {
  const least = Math.min(one.length, other.length);
  let first = 0;
  while (first < least && same(one[first], other[first])) first++;
  let last = 0;
  while (last < least - first && same(one.at(-1 - last), other.at(-1 - last))) last++;
  return [first, last];
}

function same(one: BlockLine | undefined, other: BlockLine | undefined): boolean {
  return normal(one) === normal(other);
}

/** A last comma says nothing. */
function normal(line: BlockLine | undefined): string | undefined {
  return line?.text.trim().replace(/,$/, "");
}

/** `sku` of `request.body.items[].sku`. */
function lastName(field: string): string {
  return /([^.[\]{}]+)(?:\[\]|\{\})*$/.exec(field)?.[1] ?? "";
}

/** Where a member of that name is written, the outermost; -1 for nowhere. The place of a change may be what holds it. */
function indexOfName(lines: BlockLine[], name: string): number {
  if (name === "") return -1;
  const found = lines.flatMap(({ text }, index) => (/^\s*(?:-\s+)?["']?([^"':]+)["']?\s*:/.exec(text)?.[1] === name ? [index] : []));
  return found.reduce((best, index) => (best === -1 || indent(lines[index]?.text ?? "") < indent(lines[best]?.text ?? "") ? index : best), -1);
}

function cut({ file, line, head, lines }: Region, other: Region | null, different: number, last: number, name: string): Block {
  const at = indexOfName(lines, name);
  const first = at > 0 ? at : different;
  const marked = lines.map((entry, index) => ({ ...entry, own: other !== null && index >= different && index < lines.length - last && !other.lines.slice(different, other.lines.length - last).some((candidate) => same(candidate, entry)) }));
  // What it stands in says what it is: the path above a method, the schema around a property.
  const far = first > shownMax - 3 && first < Math.max(lines.length, other?.lines.length ?? 0);
  const from = far ? first - 2 : 0;
  const shown = far ? [...marked.slice(0, 1), ...marked.slice(Math.min(from, lines.length - 1), from + shownMax - 2)] : marked.slice(0, shownMax);
  const all = head ? [head, ...shown] : shown;
  const common = Math.min(...all.filter(({ text }) => text.trim() !== "").map(({ text }) => indent(text)));
  const meant = (at > 0 ? marked[at]?.at : marked.find(({ own }) => own)?.at) ?? line;
  return { file, line: other === null ? line : meant, lines: all.map((entry) => ({ ...entry, text: shortened(entry.text.slice(Number.isFinite(common) ? common : 0)) })) };
}

/** Cuts lines out of texts of any size without splitting them up. */
class Excerpts {
  readonly #files: Texts;
  readonly #indexes = new Map<string, { text: string; starts: Uint32Array }>();

  constructor(files: Texts) {
    this.#files = files;
  }

  /** The line of a place, what is indented below it, and the line that it stands in. */
  at(place: Change["base"]): Region | null {
    if (place === null || place.line === null) return null;
    const index = this.#index(place.file);
    if (!index || place.line > index.starts.length) return null;
    const first = entry(index, place.line);
    const lines = [first];
    for (let line = place.line + 1; lines.length < readMax && line <= index.starts.length; line++) {
      const next = entry(index, line);
      const closes = indent(next.text) === indent(first.text) && /^\s*[}\]]/.test(next.text);
      if (next.text.trim() === "" || indent(next.text) < indent(first.text) || (indent(next.text) === indent(first.text) && !closes)) break;
      lines.push(next);
      if (closes) break;
    }
    const above = place.line > 1 ? entry(index, place.line - 1) : null;
    return { file: place.file, line: place.line, head: above && above.text.trim() !== "" && indent(above.text) < indent(first.text) ? above : null, lines };
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

function entry({ text, starts }: { text: string; starts: Uint32Array }, line: number): BlockLine {
  const start = starts[line - 1] ?? 0;
  // A minified document is one line of megabytes.
  return { at: line, own: false, text: text.slice(start, Math.min((starts[line] ?? text.length + 1) - 1, start + charsMax * 2)).replace(/\r$/, "") };
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}

function shortened(line: string): string {
  return line.length > charsMax ? `${line.slice(0, charsMax)}…` : line;
}

import type { Change } from "#lib/spec/diff/change.ts";
import { pointerTokens } from "#lib/spec/text/json-pointer.ts";
import type { Texts } from "../compare/compare-texts.ts";
import { type BlockLine, charsMax, Excerpts, indent, type Region } from "./excerpts.ts";

/**
 * Lines of one document: those that a place stands in, some perhaps left out between them, and its own. `line` is the one
 * that is meant, `left` how many of its own are not among them. Indentation that all share is gone.
 */
export type Block = { file: string; line: number; lines: BlockLine[]; left: number };
export type SideBySide = { base: Block | null; revision: Block | null };

const shownMax = 40;
/** Of what only holds the place of the other document's lines. */
const holderMax = 6;
const alikeShown = 20;

/** The lines of both documents that each change speaks of; marked is what it says, and not what else changed beside it. */
export function sideBySide(changes: readonly Change[], base: Texts, revision: Texts): SideBySide[] {
  const [before, after] = [new Excerpts(base), new Excerpts(revision)];
  return changes.map((change) => {
    const [one, other] = marked(before.at(change.base), after.at(change.revision));
    return toTheDifference({ base: one && blockOf(one), revision: other && blockOf(other) });
  });
}

type Side = Region & { /** It holds the place of what the other has, and has nothing of it. */ holder: boolean };

function marked(one: Region | null, other: Region | null): [Side | null, Side | null] {
  if (!one || !other) return [one && { ...one, holder: false }, other && { ...other, holder: false }];
  const compact = one.lines.length === 1 && other.lines.length === 1;
  if (!compact && holds(other.pointer, one.pointer)) return [{ ...one, lines: all(one.lines), holder: false }, { ...other, holder: true }];
  if (!compact && holds(one.pointer, other.pointer)) return [{ ...one, holder: true }, { ...other, lines: all(other.lines), holder: false }];
  const [first, last] = difference(one.lines, other.lines);
  return [{ ...one, lines: markedOf(one.lines, other.lines, first, last), holder: false }, { ...other, lines: markedOf(other.lines, one.lines, first, last), holder: false }];
}

/** Whether the one place is what a member at the other would be in; the two documents need not call all the same. */
function holds(holder: string, member: string): boolean {
  const [outer, inner] = [pointerTokens(holder), pointerTokens(member)];
  const name = outer.at(-1);
  if (name === inner.at(-1) && outer.length === inner.length) return false;
  // A property that is new or gone, wherever the schema that lacks it is.
  if (inner.at(-2) === "properties" && outer.at(-2) !== "properties") return true;
  return name === undefined ? inner.length > 0 : inner.slice(-6, -1).includes(name) && inner.length !== outer.length;
}

function all(lines: BlockLine[]): BlockLine[] {
  return lines.map((line) => ({ ...line, own: true }));
}

function markedOf(lines: BlockLine[], others: BlockLine[], first: number, last: number): BlockLine[] {
  const against = others.slice(first, others.length - last);
  return lines.map((line, index) => ({ ...line, own: index >= first && index < lines.length - last && !against.some((candidate) => same(candidate, line)) }));
}

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

function blockOf({ file, line, around, lines, holder }: Side): Block {
  const most = holder ? holderMax : shownMax;
  const first = lines.findIndex(({ own }) => own);
  // What changed is shown, also far below the first line of its place.
  const from = first >= most ? first - 2 : 1;
  const shown = [...lines.slice(0, 1), ...lines.slice(from, from + most - 1)];
  const whole = [...around, ...shown];
  const common = Math.min(...whole.filter(({ text }) => text.trim() !== "").map(({ text }) => indent(text)));
  return { file, line: lines[first]?.at ?? line, left: holder ? 0 : lines.length - shown.length, lines: whole.map((entry) => ({ ...entry, text: shortened(entry.text.slice(Number.isFinite(common) ? common : 0)) })) };
}

function shortened(line: string): string {
  return line.length > charsMax ? `${line.slice(0, charsMax)}…` : line;
}

/** Where one line became another and both begin alike, what is alike is left out: in compact documents it would fill the view. */
function toTheDifference({ base, revision }: SideBySide): SideBySide {
  const [one, other] = [base?.lines.filter(({ own }) => own) ?? [], revision?.lines.filter(({ own }) => own) ?? []];
  const [before, after] = [one[0], other[0]];
  if (!before || !after || one.length > 1 || other.length > 1) return { base, revision };
  let alike = 0;
  while (alike < before.text.length && before.text[alike] === after.text[alike]) alike++;
  const from = alike - alikeShown;
  if (from < alikeShown || before.text.length < 100) return { base, revision };
  const shift = (block: Block | null) => block && { ...block, lines: block.lines.map((entry) => (entry.own ? { ...entry, text: `${entry.text.slice(0, indent(entry.text))}… ${entry.text.slice(from)}` } : entry)) };
  return { base: shift(base), revision: shift(revision) };
}

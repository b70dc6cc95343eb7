import type { SearchDocument } from "./search-document.ts";
import type { UnderstoodQuery, UnderstoodTerm } from "./understand.ts";
import { splitWords, stem } from "./words.ts";
import { isNear } from "./words-near.ts";

/** A stretch of a text, in UTF-16 code units. */
export type Position = { start: number; length: number };
export type Highlights = Partial<Record<"key" | "name" | "title" | "summary", Position[]>>;

const markedMin = 0.68;

// The same breaks as `splitWords` makes, but keeping where each word stands.
const word = /\p{Lu}?[\p{Ll}\p{M}\p{N}]+|\p{Lu}+(?!\p{Ll})[\p{N}]*|[\p{L}\p{N}]+/gu;

/**
 * Where the words of a query stand in the texts that are shown, and a text in quotation marks as a whole. Positions only:
 * markup never comes from here.
 */
export function highlightsOf(query: UnderstoodQuery, { key, name, title, description }: SearchDocument): Highlights {
  if (query.terms.length === 0) return {};
  const marks: Highlights = {};
  const quoted = new Set(query.phrases.flatMap((phrase) => splitWords(phrase)));
  const words = query.terms.filter((term) => !quoted.has(term.word));
  const phrases = query.phrases.map((phrase) => new RegExp(phrase.trim().split(/\s+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+"), "giu"));
  const texts = { key, name, title, summary: description ?? "" };
  for (const [field, text] of Object.entries(texts) as [keyof Highlights, string][]) {
    const wholes = phrases.flatMap((phrase) => [...text.matchAll(phrase)].map((match) => ({ start: match.index, length: match[0].length })));
    const isOutside = (one: Position) => wholes.every(({ start, length }) => one.start + one.length <= start || one.start >= start + length);
    const found = [...wholes, ...positionsIn(text, words).filter(isOutside)].sort((a, b) => a.start - b.start);
    if (found.length > 0) marks[field] = found;
  }
  return marks;
}

function positionsIn(text: string, terms: UnderstoodTerm[]): Position[] {
  const found: Position[] = [];
  for (const match of text.matchAll(word)) {
    const plain = splitWords(match[0]).join("");
    if (plain !== "" && terms.some((term) => agrees(term, plain))) found.push({ start: match.index, length: match[0].length });
  }
  return found;
}

/** As typed, put right, begun, or the same in another word; what is only related is found but not marked. */
function agrees({ word, open, meanings, isUnknown }: UnderstoodTerm, plain: string): boolean {
  const own = stem(plain);
  if (meanings.some(({ stems, quality }) => quality >= markedMin && stems.includes(own))) return true;
  return (open && word.length > 1 && plain.startsWith(word)) || (isUnknown && isNear(word, plain));
}

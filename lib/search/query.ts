import { bareAddress, isAddress, isValue, pathsLike, readCommand } from "./concrete-paths.ts";
import { findFacet } from "./facets.ts";
import type { FacetName, Filters } from "./facets.ts";
import { readFilterValue } from "./filter-values.ts";
import { isStopWord } from "./vocabulary.ts";
import { eraseParameters, joinWords, splitWords, stem } from "./words.ts";

/** What was typed, understood. */
export type ParsedQuery = {
  /** Without filters, without what is to be left out, and without quotation marks. */
  text: string;
  filters: Filters;
  /** What may not be: a thing that all facets of one of these fit is left out. */
  without: Filters[];
  /** Words, in lower case, of which none may occur, and texts likewise. */
  withoutWords: string[];
  withoutPhrases: string[];
  /** Texts in quotation marks: each must occur as it is written. */
  phrases: string[];
  /** Words that matter, with their stems, in order. Every word where all of them are stop words. */
  terms: Term[];
  /** `POST /v1/refunds`, `/users/{id}`, `v1/refunds`: method in upper case, path with its parameters erased. */
  path: { method: string | null; path: string } | null;
  /** What the whole of it may be the exact identity of; see `SearchDocument.exact`. */
  exact: string[];
  /** Identities that a path with values in it may have (`/users/7` for `/users/{id}`), and how well each agrees with it, up to 1. */
  like: ReadonlyMap<string, number>;
  /** What narrows it, as typed and where. */
  parts: QueryPart[];
};
export type Term = {
  word: string;
  stem: string;
  /** The end of it may still be missing: it is the last, and no space follows. */
  open: boolean;
};
export type QueryPart = {
  kind: "filter" | "phrase" | "word";
  /** `-` before it: it says what is to be left out. */
  isExcluded: boolean;
  /** As typed, and from where to where in the text. */
  typed: string;
  start: number;
  end: number;
  /** Of a filter: its word, what that names (null: nothing), its values and which of them mean nothing. */
  name: string;
  facet: FacetName | null;
  values: string[];
  unknown: string[];
};

const methods = "get|put|post|delete|options|head|patch|trace|query|webhook|callback|send|receive|publish|subscribe";
const methodAndRest = new RegExp(`^(${methods})\\s+(\\S.*)$`, "i");
const token = /(-?)(\p{L}+):(?:"([^"]*)"|([^\s"]+))|(-?)"([^"]*)"?|([^\s"]+)/gu;
/** `-card` leaves out what has the word; `-1` and `--` are text. */
const excludedWord = /^-(\p{L}[\p{L}\p{N}_.-]*)$/u;
/** A name and a value; `urn:order:placed` and `https://…` are neither. */
const lookedLikeFilter = /^-?(\p{L}+):([^\s:/]+)$/u;
const charactersMax = 400;

/**
 * Reads what a person typed: `owner:payments format:asyncapi` narrows, `-word` and `-owner:payments` leave out, quotation marks
 * mean exactly this, and a path is a path whatever its parameters are called, or whichever values stand for them. A word before
 * a colon that names no facet stays text, and nothing has a value that means nothing; `parts` has both. Never throws.
 */
export function parseQuery(typed: string): ParsedQuery {
  const filters: Filters = {};
  const without: Filters[] = [];
  const withoutWords: string[] = [];
  const withoutPhrases: string[] = [];
  const phrases: string[] = [];
  const rest: string[] = [];
  const parts: QueryPart[] = [];
  // Control characters and halves of surrogate pairs are text for no engine.
  const clean = readCommand(typed.toWellFormed().replace(/\p{Cc}/gu, " ")).slice(0, charactersMax);
  for (const match of clean.matchAll(token)) {
    const [whole, minus, name = "", quotedValue, value, phraseMinus, phrase, word] = match;
    const part: QueryPart = { kind: "filter", isExcluded: Boolean(minus || phraseMinus), typed: whole, start: match.index, end: match.index + whole.length, name: name.toLowerCase(), facet: findFacet(name), values: [], unknown: [] };
    const wanted = quotedValue ?? value;
    if (part.facet && wanted !== undefined) {
      parts.push({ ...part, values: wanted.split(",").filter(Boolean) });
    } else if (phrase !== undefined) {
      if (splitWords(phrase).length > 0) {
        (part.isExcluded ? withoutPhrases : phrases).push(phrase.trim());
        parts.push({ ...part, kind: "phrase" });
      }
      if (!part.isExcluded) rest.push(phrase);
    } else if (word !== undefined && excludedWord.test(word)) {
      const words = splitWords(word);
      if (words.length === 1) withoutWords.push(...words);
      else withoutPhrases.push(word.slice(1));
      parts.push({ ...part, kind: "word", isExcluded: true });
    } else {
      if (lookedLikeFilter.test(whole)) parts.push({ ...part, values: [wanted ?? ""] });
      rest.push(whole);
    }
  }
  for (const part of parts) if (part.kind === "filter" && part.facet) narrow(part, part.facet, filters, without);
  const text = rest.join(" ").trim();
  const path = pathOf(text);
  const like = path && !/^(?:WEBHOOK|CALLBACK)$/.test(path.method ?? "") ? pathsLike(path.path) : new Map<string, number>();
  const terms = termsOf(path ? wordsOfPath(text) : bareAddress(text), !/\s$/.test(typed));
  return { text, filters, without, withoutWords, withoutPhrases, phrases, terms, path, exact: [...new Set([...exactOf(text, path), ...like.keys()])], like, parts };
}

/** Puts a typed filter to the others; the values of one facet are alternatives. */
function narrow(part: QueryPart, facet: FacetName, filters: Filters, without: Filters[]): void {
  const read = part.values.map((value) => ({ value, meaning: readFilterValue(part.name, facet, value) }));
  part.unknown = read.flatMap(({ value, meaning }) => (meaning ? [] : [value]));
  const known = read.flatMap(({ meaning }) => meaning ?? []);
  if (part.isExcluded) {
    // What is left out of what is to be left out stays: `-kind:event` keeps the operations of HTTP.
    for (const meaning of known) without.push(meaning.without ? { ...meaning.filters, format: otherFormats(meaning.without) } : meaning.filters);
    return;
  }
  for (const meaning of known) {
    for (const [name, values] of Object.entries(meaning.filters) as [FacetName, string[]][]) filters[name] = [...new Set([...(filters[name] ?? []), ...values])];
  }
  // A value that means nothing is no value of anything.
  if (known.length === 0 && part.unknown.length > 0) filters[facet] ??= [];
  const narrower = known.flatMap((meaning) => meaning.without ?? []);
  const isWhole = known.some((meaning) => !meaning.without && meaning.filters.kind?.includes("operation"));
  const sorts = new Set(narrower.flatMap(({ format }) => format ?? []));
  if (narrower.length > 0 && !isWhole && sorts.size === 1) without.push(...narrower.slice(0, 1));
}

function otherFormats({ format = [] }: Filters): string[] {
  return ["openapi", "asyncapi"].filter((one) => !format.includes(one));
}

function termsOf(text: string, open: boolean): Term[] {
  const words = splitWords(text.replace(/\{[^{}]*\}/g, " "));
  const last = words.length - 1;
  const all = words.map((word, index) => ({ word, stem: stem(word), open: open && index === last }));
  const telling = all.filter(({ word }) => !isStopWord(word));
  return telling.length === 0 ? all : telling;
}

function pathOf(text: string): ParsedQuery["path"] {
  const [, method = null, rest = text] = methodAndRest.exec(text) ?? [];
  const bare = bareAddress(rest);
  if (/\s/.test(rest) || !/[/{]/.test(bare)) return null;
  return { method: method && method.toUpperCase(), path: eraseParameters(bare) };
}

/** What of a path can stand in a document: no host, no query, no values; all of it where nothing else is left. */
function wordsOfPath(text: string): string {
  const [, , rest = text] = methodAndRest.exec(text) ?? [];
  const method = text.slice(0, text.length - rest.length);
  const segments = bareAddress(rest).split("/");
  const kept = (isAddress(rest) ? segments.slice(1) : segments).filter((segment) => !isValue(segment));
  return kept.some((segment) => splitWords(segment).length > 0) ? `${method}${kept.join("/")}` : `${method}${bareAddress(rest)}`;
}

function exactOf(text: string, path: ParsedQuery["path"]): string[] {
  if (text === "") return [];
  return [...new Set([eraseParameters(bareAddress(text)), path?.path ?? "", joinWords(text)])].filter(Boolean);
}

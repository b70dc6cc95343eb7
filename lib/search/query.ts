import { findFacet } from "./facets.ts";
import type { Filters } from "./facets.ts";
import { isStopWord } from "./vocabulary.ts";
import { eraseParameters, joinWords, splitWords, stem } from "./words.ts";

/** What was typed, understood. */
export type ParsedQuery = {
  /** Without filters and without quotation marks. */
  text: string;
  filters: Filters;
  /** Texts in quotation marks: each must occur as it is written. */
  phrases: string[];
  /** Words that matter, with their stems, in order. Every word where all of them are stop words. */
  terms: Term[];
  /** `POST /v1/refunds`, `/users/{id}`, `v1/refunds`: method in upper case, path with its parameters erased. */
  path: { method: string | null; path: string } | null;
  /** What the whole of it may be the exact identity of; see `SearchDocument.exact`. */
  exact: string[];
};
export type Term = {
  word: string;
  stem: string;
  /** The end of it may still be missing: it is the last, and no space follows. */
  open: boolean;
};

const methods = "get|put|post|delete|options|head|patch|trace|query|webhook|callback|send|receive|publish|subscribe";
const methodAndRest = new RegExp(`^(${methods})\\s+(\\S.*)$`, "i");
const token = /(\p{L}+):"([^"]*)"|(\p{L}+):([^\s"]+)|"([^"]*)"?|([^\s"]+)/gu;
const charactersMax = 400;

/**
 * Reads what a person typed: `owner:payments format:asyncapi` narrows, quotation marks mean exactly this, and a path is a
 * path whatever its parameters are called. A word before a colon that names no facet stays text. Never throws.
 */
export function parseQuery(typed: string): ParsedQuery {
  const filters: Filters = {};
  const phrases: string[] = [];
  const rest: string[] = [];
  // Control characters and halves of surrogate pairs are text for no engine.
  const clean = typed.slice(0, charactersMax).toWellFormed().replace(/\p{Cc}/gu, " ");
  for (const [whole, quotedName, quotedValue, name, value, phrase] of clean.matchAll(token)) {
    const facet = findFacet(quotedName ?? name ?? "");
    const wanted = quotedValue ?? value;
    if (facet && wanted !== undefined) filters[facet] = [...(filters[facet] ?? []), ...wanted.split(",").filter(Boolean)];
    else if (phrase !== undefined) {
      if (splitWords(phrase).length > 0) phrases.push(phrase.trim());
      rest.push(phrase);
    } else rest.push(whole);
  }
  const text = rest.join(" ").trim();
  const path = pathOf(text);
  return { text, filters, phrases, terms: termsOf(text, !/\s$/.test(typed)), path, exact: exactOf(text, path) };
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
  if (/\s/.test(rest) || !/[/{]/.test(rest) || /^[a-z]+:\/\//i.test(rest)) return null;
  return { method: method && method.toUpperCase(), path: eraseParameters(rest) };
}

function exactOf(text: string, path: ParsedQuery["path"]): string[] {
  if (text === "") return [];
  return [...new Set([eraseParameters(text), path?.path ?? "", joinWords(text)])].filter(Boolean);
}

import type { ParsedQuery, Term } from "./query.ts";
import { isStopWord } from "./vocabulary.ts";
import { splitWords, stem } from "./words.ts";

/** The words that a thing must have to hold the texts in quotation marks, or null where there are none. */
export function quotedTerms({ phrases }: Pick<ParsedQuery, "phrases">): Term[] | null {
  if (phrases.length === 0) return null;
  const all = [...new Set(phrases.flatMap((phrase) => splitWords(phrase)))].map((word) => ({ word, stem: stem(word), open: false }));
  const telling = all.filter(({ word }) => !isStopWord(word));
  return telling.length > 0 ? telling : all;
}

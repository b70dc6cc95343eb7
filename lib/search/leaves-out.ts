import { holdsPhrases } from "./holds-phrases.ts";
import type { ParsedQuery } from "./query.ts";
import type { SearchDocument } from "./search-document.ts";
import { stem } from "./words.ts";

/** Whether a query says by `-word` or `-"a text"` that a document is not wanted. */
export function leavesOut({ withoutWords, withoutPhrases }: Pick<ParsedQuery, "withoutWords" | "withoutPhrases">, document: SearchDocument): boolean {
  if (withoutPhrases.some((phrase) => holdsPhrases(document, [phrase]))) return true;
  if (withoutWords.length === 0) return false;
  const { words, stemsName, stemsContext, stemsText, stemsFields } = document;
  const own = new Set([words, stemsName, stemsContext, stemsText, stemsFields].flatMap((text) => text.split(" ")));
  return withoutWords.some((word) => own.has(word) || own.has(stem(word)));
}

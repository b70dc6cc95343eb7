import type { SearchDocument } from "./search-document.ts";
import { correctWords } from "./understand.ts";
import type { UnderstoodQuery } from "./understand.ts";
import { stem } from "./words.ts";

/**
 * What was typed with mistyped words put right, or null. The catalog's words are those of everything in it, what this reader may
 * not see among it: only a word that stands in something found may be offered.
 * @param found all within what the reader may see
 */
export function suggestionOf(typed: string, { corrected, corrections }: Pick<UnderstoodQuery, "corrected" | "corrections">, found: SearchDocument[]): string | null {
  if (corrected === null) return null;
  const seen = new Map([...corrections].filter(([, word]) => found.some((document) => holdsWord(document, word))));
  return seen.size === 0 ? null : correctWords(typed, seen).trim();
}

function holdsWord({ words, stemsName, stemsContext, stemsText, stemsFields }: SearchDocument, word: string): boolean {
  const own = stem(word);
  return [words, stemsName, stemsContext, stemsText, stemsFields].some((text) => text.split(" ").some((one) => one === word || one === own));
}

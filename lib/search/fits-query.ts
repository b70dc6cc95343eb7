import type { AudienceWord } from "./audience.ts";
import type { FacetName, Filters } from "./facets.ts";
import { holdsPhrases } from "./holds-phrases.ts";
import { identityOf } from "./identity-of.ts";
import { leavesOut } from "./leaves-out.ts";
import type { SearchDocument } from "./search-document.ts";
import type { UnderstoodQuery } from "./understand.ts";

const sameMin = 0.68;

/**
 * Whether a document is all that a query asks for: within what the reader may see, every filter, every text in quotation
 * marks, nothing that is to be left out, and every word, in any form and in words that mean the same. Stricter than what is
 * shown on the page, where what fits in part follows what fits.
 */
export function fitsQuery(query: UnderstoodQuery, filters: Filters, audience: AudienceWord[] | null, document: SearchDocument): boolean {
  if (audience !== null && !audience.some((word) => document.audience.includes(word))) return false;
  if (!fitsFilters(document, filters) || query.without.some((excluded) => fitsFilters(document, excluded))) return false;
  if (!holdsPhrases(document, query.phrases) || leavesOut(query, document)) return false;
  if (query.terms.length === 0) return true;
  if (identityOf(query, document) > 0) return true;
  if (query.path) return false;
  const { words, stemsName, stemsContext, stemsText, stemsFields } = document;
  const own = new Set([words, stemsName, stemsContext, stemsText, stemsFields].flatMap((text) => text.split(" ")));
  return query.terms.every(({ word, meanings }) => own.has(word) || meanings.some(({ stems, quality }) => quality >= sameMin && stems.every((stem) => own.has(stem))));
}

/** Whether a document has a value of each of the facets. */
export function fitsFilters(document: SearchDocument, filters: Filters): boolean {
  return (Object.entries(filters) as [FacetName, string[]][]).every(([name, values]) => {
    const own = [document[name] ?? ""].flat().map((value) => String(value).toLowerCase());
    return values.some((value) => own.includes(value.toLowerCase()));
  });
}

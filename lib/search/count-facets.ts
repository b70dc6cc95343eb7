import type { FacetCounts, FacetName } from "./facets.ts";
import type { SearchDocument } from "./search-document.ts";

/** How many of some documents have each value. */
export function countFacets(documents: SearchDocument[], names: FacetName[]): FacetCounts {
  const counts: FacetCounts = {};
  for (const name of names) {
    const own: Record<string, number> = {};
    for (const document of documents) {
      const value = document[name];
      const values = Array.isArray(value) ? value : value === null ? [] : [String(value)];
      for (const one of values) own[one] = (own[one] ?? 0) + 1;
    }
    counts[name] = own;
  }
  return counts;
}

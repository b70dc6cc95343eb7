import type { FacetName, Filters } from "./facets.ts";
import type { SearchKind } from "./search-document.ts";

/** What was typed as a filter and what was chosen both hold. */
export function narrowed(typed: Filters, { filters = {}, kinds }: { filters?: Filters; kinds?: SearchKind[] }): Filters {
  const all: Filters = { ...filters, ...(kinds && kinds.length > 0 ? { kind: kinds } : {}) };
  for (const [name, values] of Object.entries(typed) as [FacetName, string[]][]) {
    const chosen = all[name];
    all[name] = chosen ? values.filter((value) => chosen.includes(value)) : values;
  }
  return all;
}

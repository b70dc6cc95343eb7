import { facets, findFacet } from "./facets.ts";
import type { FacetName, Filters } from "./facets.ts";

/** What was typed, and what was chosen beside it. */
export type Question = { query: string; filters: Filters };

/** A search as its address has it after the question mark (`q=refund&owner=payments`). */
export function readAddress(address: string): Question {
  const filters: Filters = {};
  let query = "";
  for (const [name, value] of new URLSearchParams(address)) {
    const facet = findFacet(name);
    if (name === "q") query = value;
    else if (facet) filters[facet] = [...(filters[facet] ?? []), value];
  }
  return { query, filters };
}

/** The other way round: the same for the page and for `/api/v1/search`. */
export function writeAddress({ query, filters }: Question): string {
  const params = new URLSearchParams();
  if (query.trim() !== "") params.set("q", query.trim());
  for (const [name, values] of Object.entries(filters) as [FacetName, string[]][]) for (const value of values) params.append(paramOf(name), value);
  return params.toString();
}

/** The word for a facet in a query and in an address. */
export function paramOf(name: FacetName): string {
  return facets[name].aliases[0];
}

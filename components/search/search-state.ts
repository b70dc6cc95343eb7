import { kindLooks } from "./kind.ts";

/**
 * Facets that narrow a search, in the order in which they are shown: the query parameter, the name under which the
 * answer counts its values, and what people call it.
 */
export const facets = [
  { param: "kind", counted: "kind", label: "Kind" },
  { param: "format", counted: "format", label: "Format" },
  { param: "owner", counted: "owner", label: "Owner" },
  { param: "domain", counted: "domain", label: "Domain" },
  { param: "lifecycle", counted: "lifecycle", label: "Lifecycle" },
  { param: "spec", counted: "specVersion", label: "Specification" },
  { param: "tag", counted: "tags", label: "Tag" },
  { param: "deprecated", counted: "deprecated", label: "Deprecated" },
  { param: "interface", counted: "interface", label: "Interface" },
] as const;

const queryCharsMax = 500;

export type FacetParam = (typeof facets)[number]["param"];
export type SearchState = { q: string; filters: Partial<Record<FacetParam, string[]>> };

/** The query and its filters, as the address has them; a value that means nothing here stands in the text, where the search says so. */
export function readSearchState(params: URLSearchParams): SearchState {
  const filters: SearchState["filters"] = {};
  const others: string[] = [];
  for (const { param } of facets) {
    const values = [...new Set(params.getAll(param))];
    const known = values.filter((value) => isKnown(param, value));
    if (known.length > 0) filters[param] = known;
    others.push(...values.filter((value) => value !== "" && !known.includes(value)).map((value) => `${param}:${value}`));
  }
  return { q: [params.get("q") ?? "", ...others].filter(Boolean).join(" ").slice(0, queryCharsMax), filters };
}

/** Kinds and yes-or-no are ours to know; all else is the catalog's. */
function isKnown(param: FacetParam, value: string) {
  if (param === "kind") return Object.hasOwn(kindLooks, value);
  return param !== "deprecated" || value === "true" || value === "false";
}

/** The same state has the same text, so that it serves as a cache key as well. */
export function searchQuery({ q, filters }: SearchState): string {
  const params = new URLSearchParams();
  if (q.trim()) params.set("q", q.trim());
  for (const { param } of facets) for (const value of filters[param] ?? []) params.append(param, value);
  return params.toString();
}

export function searchHref(state: SearchState): string {
  const query = searchQuery(state);
  return query ? `/search?${query}` : "/search";
}

/** With a value of a facet chosen, or no longer. */
export function toggleFilter(state: SearchState, param: FacetParam, value: string): SearchState {
  const chosen = state.filters[param] ?? [];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...state, filters: { ...state.filters, [param]: next } };
}

export function isFiltered({ filters }: SearchState) {
  return facets.some(({ param }) => (filters[param]?.length ?? 0) > 0);
}

export function isEmpty(state: SearchState) {
  return state.q.trim() === "" && !isFiltered(state);
}

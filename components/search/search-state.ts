/** Facets that narrow a search, in the order in which they are shown; `name` is that of the query parameter. */
export const facets = [
  { name: "kind", label: "Kind" },
  { name: "format", label: "Format" },
  { name: "owner", label: "Owner" },
  { name: "domain", label: "Domain" },
  { name: "lifecycle", label: "Lifecycle" },
  { name: "specVersion", label: "Specification" },
  { name: "tag", label: "Tag" },
] as const;

export type FacetName = (typeof facets)[number]["name"];
export type SearchState = { q: string; filters: Partial<Record<FacetName, string[]>> };

/** The query and its filters, as the address has them. */
export function readSearchState(params: URLSearchParams): SearchState {
  const filters: SearchState["filters"] = {};
  for (const { name } of facets) {
    const values = params.getAll(name).filter(Boolean);
    if (values.length > 0) filters[name] = [...new Set(values)];
  }
  return { q: params.get("q") ?? "", filters };
}

/** The same state has the same text, so that it serves as a cache key as well. */
export function searchQuery({ q, filters }: SearchState): string {
  const params = new URLSearchParams();
  if (q.trim()) params.set("q", q.trim());
  for (const { name } of facets) for (const value of filters[name] ?? []) params.append(name, value);
  return params.toString();
}

export function searchHref(state: SearchState): string {
  const query = searchQuery(state);
  return query ? `/search?${query}` : "/search";
}

/** With a value of a facet chosen, or no longer. */
export function toggleFilter(state: SearchState, facet: FacetName, value: string): SearchState {
  const chosen = state.filters[facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...state, filters: { ...state.filters, [facet]: next } };
}

export function isFiltered({ filters }: SearchState) {
  return facets.some(({ name }) => (filters[name]?.length ?? 0) > 0);
}

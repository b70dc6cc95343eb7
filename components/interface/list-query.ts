/** Filters, sorting and page of the list of interfaces, as its address has them. */
export const listParams = ["q", "owner", "domain", "format", "lifecycle", "tag", "valid", "sort"] as const;
export type ListParam = (typeof listParams)[number];
export type ListQuery = Partial<Record<ListParam | "cursor", string>>;

export function readListQuery(params: Record<string, string | string[] | undefined>): ListQuery {
  const query: ListQuery = {};
  for (const name of [...listParams, "cursor"] as const) {
    const value = params[name];
    const text = (Array.isArray(value) ? value[0] : value)?.trim();
    if (text) query[name] = text;
  }
  return query;
}

/** The address of the list with some of it changed; any change but the page goes back to the first page. */
export function listHref(query: ListQuery, change: ListQuery = {}): string {
  const next = { ...query, cursor: undefined, ...change };
  const params = new URLSearchParams();
  for (const name of [...listParams, "cursor"] as const) if (next[name]) params.set(name, next[name]);
  const text = params.toString();
  return text ? `/interfaces?${text}` : "/interfaces";
}

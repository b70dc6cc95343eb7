/** What can be followed, as an address names it: of an operation or message `slug` is that of its interface, of a search `key` its number. */
export type Followable = { subject: string; slug?: string | null | undefined; key?: string | null | undefined };

/** Where one says what to hear of a thing; `team`: for a team of one's own. */
export function followUrl({ subject, slug, key }: Followable, team?: string): string {
  const query = new URLSearchParams({ subject, ...(slug ? { slug } : {}), ...(key ? { key } : {}), ...(team ? { team } : {}) });
  return `/follow?${query}`;
}

/** Where one follows exactly what a service uses. */
export function followUsesUrl(service: string): string {
  return `/follow/uses?${new URLSearchParams({ service })}`;
}

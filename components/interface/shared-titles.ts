/** Titles that stand for more than one interface in a list: there the slug tells them apart. A title identifies nothing. */
export function sharedTitles(items: readonly { slug: string; title: string }[]): ReadonlySet<string> {
  const slugOf = new Map<string, string>();
  const shared = new Set<string>();
  for (const { slug, title } of items) {
    if ((slugOf.get(title) ?? slug) !== slug) shared.add(title);
    slugOf.set(title, slug);
  }
  return shared;
}

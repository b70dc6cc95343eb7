/** Neighbours about one interface under one heading; their order stays. What is about none stands alone. */
export function groupByInterface<Item extends { slug: string | null }>(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const [index, item] of items.entries()) {
    const key = item.slug ?? `alone ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

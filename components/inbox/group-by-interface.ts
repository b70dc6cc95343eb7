/** Items about one interface under one heading, in their order. What is about none, or about several, stands alone. */
export function groupByInterface<Item extends { slug: string | null; alikeCount: number }>(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const [index, item] of items.entries()) {
    const key = item.slug === null || item.alikeCount > 0 ? `alone ${index}` : `interface ${item.slug}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

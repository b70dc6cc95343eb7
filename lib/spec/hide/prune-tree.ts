type Tree = Record<string, unknown>;
type Pruning = {
  /** Whether the member or item `key` of what stands at `trail` is left out. */
  drops: (trail: string[], key: string, value: unknown) => boolean;
  /** Whether a field of that name is left out of examples and defaults, where no schema says what is which. */
  dropsName: (name: string) => boolean;
};

const examples = new Set(["example", "examples", "default", "value"]);

/** A copy without what is to be dropped, nor mentions of it: names in `required`, values in examples. */
export function pruneTree<T>(tree: T, { drops, dropsName }: Pruning): T {
  const walk = (node: unknown, trail: string[], isExample: boolean): unknown => {
    if (Array.isArray(node)) return node.flatMap((item, index) => (drops(trail, String(index), item) ? [] : [walk(item, [...trail, String(index)], isExample)]));
    if (!isTree(node)) return node;
    const kept = Object.entries(node).filter(([key, value]) => !drops(trail, key, value) && !(isExample && dropsName(key)));
    const pruned = Object.fromEntries(kept.map(([key, value]) => [key, walk(value, [...trail, key], isExample || (examples.has(key) && trail.at(-1) !== "properties"))]));
    return withoutRequired(node, pruned);
  };
  return walk(tree, [], false) as T;
}

export function isTree(value: unknown): value is Tree {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function withoutRequired(before: Tree, after: Tree): Tree {
  if (!Array.isArray(after.required) || !isTree(before.properties) || !isTree(after.properties)) return after;
  const { properties: had } = before;
  const { properties: has } = after;
  return { ...after, required: after.required.filter((name) => typeof name !== "string" || !(name in had) || name in has) };
}

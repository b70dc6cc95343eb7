/** What sharing of YAML aliases makes of a tree: nodes when expanded, or the fact that it contains itself. */
export type SharedTree = { expandedNodes: number; depth: number; cyclic: boolean };

/** Measures a tree in which one object may stand in several places, in time linear in what was written. */
export function measureShared(tree: unknown): SharedTree {
  const done = new Map<object, { nodes: number; depth: number }>();
  const open = new Set<object>();
  let cyclic = false;

  function visit(value: unknown): { nodes: number; depth: number } {
    if (typeof value !== "object" || value === null) return { nodes: 1, depth: 0 };
    const known = done.get(value);
    if (known) return known;
    if (open.has(value)) {
      cyclic = true;
      return { nodes: 1, depth: 0 };
    }
    open.add(value);
    let nodes = 1;
    let depth = 0;
    for (const inner of Object.values(value)) {
      const result = visit(inner);
      nodes += result.nodes;
      depth = Math.max(depth, result.depth);
    }
    open.delete(value);
    const result = { nodes, depth: depth + 1 };
    done.set(value, result);
    return result;
  }

  const { nodes, depth } = visit(tree);
  return { expandedNodes: nodes, depth, cyclic };
}

/** Removes members called `__proto__` everywhere, so that copying an object can never change what it inherits. Returns how many. */
export function dropPrototypeMembers(tree: unknown): number {
  let dropped = 0;
  const seen = new Set<object>();
  const open: unknown[] = [tree];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (Object.hasOwn(value, "__proto__")) {
      delete (value as Record<string, unknown>)["__proto__"];
      dropped++;
    }
    for (const inner of Object.values(value)) if (typeof inner === "object" && inner !== null) open.push(inner);
  }
  return dropped;
}

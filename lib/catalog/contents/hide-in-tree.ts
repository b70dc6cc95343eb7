import type { IsHidden } from "./hidden-parts.ts";

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);
type Tree = Record<string, unknown>;

/**
 * A document's tree without the parts that the reader may not see: whatever is marked `x-internal: true`, and
 * operations, paths, messages and properties that a rule hides. Says whether anything was left out.
 */
export function hideInTree(tree: unknown, isHidden: IsHidden): { tree: unknown; hidden: boolean } {
  let hidden = false;
  const drop = () => {
    hidden = true;
    return false;
  };

  const keep = (trail: string[], key: string, value: unknown): boolean => {
    const node = isTree(value) ? value : null;
    if (node?.["x-internal"] === true && isHidden({ internal: true })) return drop();
    const parent = trail.at(-1);
    const tags = Array.isArray(node?.tags) ? node.tags.filter((tag): tag is string => typeof tag === "string") : [];
    if (parent === "paths" && isHidden({ path: key, internal: false })) return drop();
    if (trail.at(-2) === "paths" && methods.has(key) && isHidden({ operation: `${key.toUpperCase()} ${erase(parent ?? "")}`, path: parent ?? null, tags, internal: false })) return drop();
    if (parent === "messages" && isHidden({ message: key, tags, internal: false })) return drop();
    if (parent === "properties" && isHidden({ property: key, internal: false })) return drop();
    return true;
  };

  const walk = (node: unknown, trail: string[]): unknown => {
    if (Array.isArray(node)) return node.filter((item, index) => keep(trail, String(index), item)).map((item, index) => walk(item, [...trail, String(index)]));
    if (!isTree(node)) return node;
    return Object.fromEntries(Object.entries(node).filter(([key, value]) => keep(trail, key, value)).map(([key, value]) => [key, walk(value, [...trail.slice(-3), key])]));
  };
  return { tree: walk(tree, []), hidden };
}

function isTree(value: unknown): value is Tree {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function erase(path: string): string {
  return path.replace(/\{[^}]*\}/g, "{}");
}

import type { IsHidden } from "./hidden-parts.ts";
import { partAt } from "./part-at.ts";
import { isTree, pruneTree } from "#lib/spec/hide/prune-tree.ts";

/**
 * A document's tree without the parts that the reader may not see: whatever is marked `x-internal: true`, operations,
 * paths, channels, messages and properties that a rule hides, and what refers to them. Says whether anything was left out.
 */
export function hideInTree(tree: unknown, isHidden: IsHidden): { tree: unknown; hidden: boolean } {
  const pointers = new Set<string>();
  const names = new Set<string>();
  const operationIds = new Set<string>();
  const drops = (trail: string[], key: string, value: unknown) => {
    const part = partAt(tree, trail, key, value);
    if (part === null || !isHidden(part)) return false;
    pointers.add(pointerTo([...trail, key]));
    if (part.property !== undefined) names.add(part.property);
    for (const item of [value, ...(isTree(value) ? Object.values(value) : [])]) if (isTree(item) && typeof item.operationId === "string") operationIds.add(item.operationId);
    return true;
  };
  const first = pruneTree(tree, { drops, dropsName: () => false });
  if (pointers.size === 0) return { tree, hidden: false };
  // Only now is it known what else speaks of them.
  return { tree: pruneTree(first, { drops: (trail, _key, value) => refersInto(pointers, value) || (trail.at(-1) === "links" && leadsInto(pointers, operationIds, value)), dropsName: (name) => names.has(name) }), hidden: true };
}

function pointerTo(trail: string[]): string {
  return `#/${trail.map((name) => name.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
}

/** Whether something is but a reference to, or into, what was left out of the same file. */
function refersInto(pointers: Set<string>, value: unknown): boolean {
  if (!isTree(value) || typeof value.$ref !== "string" || !value.$ref.startsWith("#/")) return false;
  const names = value.$ref.split("/");
  return names.some((_, index) => pointers.has(names.slice(0, index + 1).join("/")));
}

/** Whether a link of a response leads to what was left out. */
function leadsInto(pointers: Set<string>, operationIds: Set<string>, link: unknown): boolean {
  if (!isTree(link)) return false;
  return refersInto(pointers, { $ref: link.operationRef }) || (typeof link.operationId === "string" && operationIds.has(link.operationId));
}

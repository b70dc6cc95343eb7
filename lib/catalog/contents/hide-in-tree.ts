import type { IsHidden } from "./hidden-parts.ts";
import { isMethod, partAt } from "./part-at.ts";
import { isTree, pruneTree } from "#lib/spec/hide/prune-tree.ts";
import { tagsUsedIn, unreached } from "#lib/spec/hide/unreached.ts";

/**
 * A document's tree without the parts that the reader may not see: whatever is marked `x-internal: true`, operations,
 * paths, channels, messages and properties that a rule hides, what refers to them, what only they used, and the paths and
 * channels where nothing is left. Says whether anything was left out.
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
  const ofRules = [...tagsUsedIn(tree), ...namesOfTags(tree)].filter((tag) => isHidden({ tags: [tag], internal: false }));
  if (pointers.size === 0 && ofRules.length === 0) return { tree, hidden: false };
  const empty = new Set(emptied(tree, first));
  for (const pointer of empty) pointers.add(pointer);
  const tags = new Set([...ofRules, ...[...tagsUsedIn(tree)].filter((tag) => !tagsUsedIn(first).has(tag))]);
  // Only now is it known what else speaks of them.
  const second = pruneTree(first, {
    drops: (trail, key, value) => (trail.length === 1 && empty.has(pointerTo([...trail, key]))) || refersInto(pointers, value) || (trail.at(-1) === "links" && leadsInto(pointers, operationIds, value)) || (trail.at(-1) === "tags" && (trail.length === 1 || trail[0] === "info" || trail[0] === "x-tagGroups") && isTag(tags, value)),
    dropsName: (name) => names.has(name),
  });
  const unused = unreached(tree, second);
  return { tree: unused.size === 0 ? second : pruneTree(second, { drops: (trail, key) => trail.length <= 2 && unused.has(pointerTo([...trail, key])), dropsName: () => false }), hidden: true };
}

/** Paths and channels that had an operation and have none any more. */
function emptied(before: unknown, after: unknown): string[] {
  if (!isTree(before) || !isTree(after)) return [];
  const lost = (place: string, isOperation: (key: string) => boolean) =>
    Object.entries(isTree(before[place]) ? before[place] : {}).filter(([name, item]) => {
      const left = isTree(after[place]) ? after[place][name] : undefined;
      return isTree(item) && isTree(left) && Object.keys(item).some(isOperation) && !Object.keys(left).some((key) => isOperation(key) || key === "$ref");
    }).map(([name]) => pointerTo([place, name]));
  const had = channelsUsedIn(before.operations);
  const has = channelsUsedIn(after.operations);
  return [...lost("paths", isMethod), ...lost("webhooks", isMethod), ...lost("channels", (key) => key === "publish" || key === "subscribe"), ...[...had].filter((pointer) => !has.has(pointer))];
}

/** AsyncAPI 3: channels that an operation is on, or answers on. */
function channelsUsedIn(operations: unknown): Set<string> {
  if (!isTree(operations)) return new Set();
  const channels = Object.values(operations).flatMap((operation) => (isTree(operation) ? [operation.channel, isTree(operation.reply) ? operation.reply.channel : undefined] : []));
  return new Set(channels.flatMap((channel) => (isTree(channel) && typeof channel.$ref === "string" && /^#\/channels\/[^/]+$/.test(channel.$ref) ? [channel.$ref] : [])));
}

function namesOfTags(tree: unknown): string[] {
  const described = isTree(tree) ? [tree.tags, isTree(tree.info) ? tree.info.tags : undefined] : [];
  return described.flatMap((tags) => (Array.isArray(tags) ? tags.flatMap((tag: unknown) => (isTree(tag) && typeof tag.name === "string" ? [tag.name] : [])) : []));
}

function isTag(tags: Set<string>, value: unknown): boolean {
  return tags.has(typeof value === "string" ? value : isTree(value) && typeof value.name === "string" ? value.name : "");
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

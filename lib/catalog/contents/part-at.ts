import type { Part } from "#lib/spec/hide/hiding.ts";
import { isTree } from "#lib/spec/hide/prune-tree.ts";

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);

export const isMethod = (key: string): boolean => methods.has(key);

/** Which part of a document stands at a place of its tree, as rules name parts; `null` for nothing that can be hidden. */
export function partAt(root: unknown, trail: string[], key: string, value: unknown): Part | null {
  const internal = isTree(value) && value["x-internal"] === true;
  const named = byPlace(root, trail, key, value);
  if (named === null) return internal ? { internal, ...propertyName(trail, key, value) } : null;
  return { tags: tagsOf(value), ...named, internal };
}

function byPlace(root: unknown, trail: string[], key: string, value: unknown): Omit<Part, "internal"> | null {
  const parent = trail.at(-1);
  const [top, second] = trail;
  if (parent === "properties") return { property: key };
  if (parent === "messages") return { message: key };
  if (top === "paths" && trail.length === 1) return { path: key };
  if (top === "webhooks" && trail.length === 1) return { operation: `WEBHOOK ${key}`, path: key };
  if (top === "webhooks" && second !== undefined && trail.length === 2 && methods.has(key)) return { operation: `WEBHOOK ${second}`, path: second };
  if (top === "paths" && second !== undefined && methods.has(key)) return ofPath(trail, key, second);
  if (top === "channels" && trail.length === 1) return { path: addressOf(value) ?? key };
  // AsyncAPI 2: from the document owner's side, what others publish is received.
  if (top === "channels" && second !== undefined && trail.length === 2 && (key === "publish" || key === "subscribe")) return ofChannel(root, key === "publish" ? "receive" : "send", second);
  if (top === "operations" && trail.length === 1 && isTree(value)) return ofOperation(root, value);
  return null;
}

/** A method of a path, or of a callback under one: `POST /orders/{} CALLBACK onPaid POST`. */
function ofPath(trail: string[], key: string, path: string): Omit<Part, "internal"> | null {
  if (trail.length === 2) return { operation: `${key.toUpperCase()} ${erase(path)}`, path };
  const [, , method = "", callbacks, name = ""] = trail;
  if (trail.length !== 6 || callbacks !== "callbacks") return null;
  return { operation: `${method.toUpperCase()} ${erase(path)} CALLBACK ${name} ${key.toUpperCase()}` };
}

function ofOperation(root: unknown, { action, channel }: Record<string, unknown>): Omit<Part, "internal"> | null {
  const name = isTree(channel) && typeof channel.$ref === "string" ? /^#\/channels\/([^/]+)$/.exec(channel.$ref)?.[1]?.replaceAll("~1", "/").replaceAll("~0", "~") : undefined;
  const channels = isTree(root) ? root.channels : undefined;
  const address = name !== undefined && isTree(channels) ? addressOf(channels[name]) : undefined;
  return address && (action === "send" || action === "receive") ? ofChannel(root, action, address) : null;
}

function ofChannel(root: unknown, action: "send" | "receive", address: string): Omit<Part, "internal"> {
  const turned = isTree(root) && [root, root.info].some((holder) => isTree(holder) && holder["x-intermesh-perspective"] === "client");
  const ours = turned ? (action === "send" ? "receive" : "send") : action;
  return { operation: `${ours} ${erase(address)}`, path: address };
}

/** What an internal part is called in examples: a schema's property, or a parameter. */
function propertyName(trail: string[], key: string, value: unknown): { property?: string } {
  if (trail.at(-1) === "properties") return { property: key };
  return trail.at(-1) === "parameters" && isTree(value) && typeof value.name === "string" ? { property: value.name } : {};
}

function addressOf(channel: unknown): string | undefined {
  return isTree(channel) && typeof channel.address === "string" ? channel.address : undefined;
}

function tagsOf(value: unknown): string[] {
  const tags = isTree(value) && Array.isArray(value.tags) ? value.tags : [];
  return tags.flatMap((tag: unknown) => (typeof tag === "string" ? [tag] : isTree(tag) && typeof tag.name === "string" ? [tag.name] : []));
}

function erase(path: string): string {
  return path.replace(/\{[^}]*\}/g, "{}");
}

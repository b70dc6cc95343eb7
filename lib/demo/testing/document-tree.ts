import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";

/** A value of a document and the file that it stands in, so that its `$ref`s can be followed. */
export type Node = { value: unknown; file: string };

const trees = new Map<string, unknown>();

/** Reads a YAML or JSON file once. @throws when it is not there or is neither. */
export function readTree(file: string): Node {
  if (!trees.has(file)) trees.set(file, parse(readFileSync(file, "utf8")));
  return { value: trees.get(file), file };
}

/** What lies under a member, `$ref`s followed on the way; `undefined` where there is nothing. */
export function child(node: Node, ...names: string[]): Node {
  return names.reduce((at, name) => {
    const { value, file } = follow(at);
    return follow({ value: isRecord(value) ? value[name] : undefined, file });
  }, node);
}

/** Members of an object or items of a list. */
export function children(node: Node): [name: string, node: Node][] {
  const { value, file } = follow(node);
  return isRecord(value) ? Object.entries(value).map(([name, member]) => [name, follow({ value: member, file })]) : [];
}

/** The target of the `$ref` that the node is, if it is one. @throws when the target does not exist. */
export function follow(node: Node): Node {
  const reference = isRecord(node.value) ? node.value["$ref"] : undefined;
  if (typeof reference !== "string") return node;
  const [path = "", pointer = ""] = reference.split("#");
  const root = path ? readTree(join(dirname(node.file), path)) : readTree(node.file);
  const target = pointer.split("/").slice(1).map(unescape).reduce((at, name) => child(at, name), root);
  if (target.value === undefined) throw new Error(`${node.file} refers to ${reference}, which does not exist.`);
  return follow(target);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function unescape(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

import { joinPointer, member } from "./text/json-pointer.ts";
import type { Node } from "./text/resolution.ts";

export type Json = Record<string, unknown>;

/** Readers of untrusted trees: what is not of the kind asked for is `null` (or empty), and said by validation. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** The same where an absent text is as good as an empty one. */
export function wordOf(value: unknown): string {
  return textOf(value) ?? "";
}

/** Looks a word of a document up in a table of ours; names such as `constructor` are in none. */
export function lookUp<Value>(table: Readonly<Record<string, Value>> | undefined, word: unknown): Value | undefined {
  return table !== undefined && typeof word === "string" && Object.hasOwn(table, word) ? table[word] : undefined;
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

export function textsOf(value: unknown): string[] {
  return listOf(value).map(textOf).filter((text) => text !== null);
}

/** `x-…` members. */
export function extensionsOf(value: unknown): Json {
  return Object.fromEntries(Object.entries(objectOf(value)).filter(([name]) => name.startsWith("x-")));
}

/** One member or item as a node of its own; its value is `undefined` where it does not exist. */
export function childOf(node: Node, token: string | number): Node {
  return { file: node.file, pointer: joinPointer(node.pointer, token), value: member(node.value, String(token)) };
}

/** Members of an object, or items of a list, as nodes. */
export function membersOf(node: Node): [string, Node][] {
  if (!isObject(node.value)) return [];
  return Object.entries(node.value).map(([name, value]) => [name, { file: node.file, pointer: joinPointer(node.pointer, name), value }]);
}

export function itemsOf(node: Node): Node[] {
  return listOf(node.value).map((value, index) => ({ file: node.file, pointer: joinPointer(node.pointer, index), value }));
}

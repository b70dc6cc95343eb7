import type { Event } from "js-yaml";
import { EVENT_ID, getScalarValue } from "js-yaml";
import { joinPointer } from "./json-pointer.ts";
import type { PointerTrie } from "./pointer-trie.ts";
import { DUPLICATES_MAX, duplicateKey } from "./read-json.ts";
import type { TextProblem } from "./text-problem.ts";

type YamlNode = { offset: number; anchor: string | null } & (
  | { kind: "scalar"; text: string }
  | { kind: "alias"; target: string }
  | { kind: "list"; items: YamlNode[] }
  | { kind: "map"; entries: { name: string; offset: number; value: YamlNode }[] }
);

/** Offsets of the pointers sought in YAML: a member at its name, an item at its beginning; inside an alias, at what it stands for. */
export function locateInYaml(source: string, events: Event[], trie: PointerTrie): Map<string, number> {
  const found = new Map<string, number>();
  const anchors = new Map<string, YamlNode>();
  const root = buildNodes(source, events, anchors);
  if (root) visit(root, trie);
  return found;

  function visit(node: YamlNode, sought: PointerTrie): void {
    if (node.kind === "alias") {
      const target = anchors.get(node.target);
      // The tree has been checked to be free of cycles; the same holds for its nodes.
      if (target) visit(target, sought);
      return;
    }
    for (const [token, child] of sought.children) {
      const place = childOf(node, token);
      if (!place) continue;
      for (const pointer of child.pointers) found.set(pointer, place.offset);
      visit(place.value, child);
    }
  }

  function childOf(node: YamlNode, token: string): { offset: number; value: YamlNode } | null {
    if (node.kind === "list") {
      const value = node.items[Number(token)];
      return value ? { offset: value.offset, value } : null;
    }
    if (node.kind !== "map") return null;
    const own = node.entries.findLast((entry) => sameName(entry.name, token));
    if (own) return own;
    for (const entry of node.entries) {
      if (entry.name !== "<<") continue;
      const merged = childOf(deref(entry.value), token);
      if (merged) return merged;
      if (entry.value.kind === "list") {
        for (const item of entry.value.items) {
          const inner = childOf(deref(item), token);
          if (inner) return inner;
        }
      }
    }
    return null;
  }

  function deref(node: YamlNode): YamlNode {
    return node.kind === "alias" ? (anchors.get(node.target) ?? node) : node;
  }
}

/** A warning for each member that is written twice in one mapping. */
export function findYamlDuplicates(source: string, events: Event[]): TextProblem[] {
  const problems: TextProblem[] = [];
  const root = buildNodes(source, events, new Map());
  if (root) visit(root, "");
  return problems;

  function visit(node: YamlNode, pointer: string): void {
    if (node.kind === "list") node.items.forEach((item, index) => visit(item, joinPointer(pointer, index)));
    if (node.kind !== "map") return;
    const names = new Set<string>();
    for (const { name, offset, value } of node.entries) {
      const inner = joinPointer(pointer, name);
      if (names.has(name) && name !== "<<" && problems.length < DUPLICATES_MAX) problems.push(duplicateKey(name, inner, offset));
      names.add(name);
      visit(value, inner);
    }
  }
}

/** `0x10` and `1.0` name the members "16" and "1", as the tree has them. */
function sameName(written: string, token: string): boolean {
  if (written === token) return true;
  return /^[-+.\d]/.test(written) && String(Number(written)) === token;
}

function buildNodes(source: string, events: Event[], anchors: Map<string, YamlNode>): YamlNode | null {
  let root: YamlNode | null = null;
  let last = 0;
  const open: { node: YamlNode; name: string | null; nameOffset: number }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const node = nodeOf(source, event);
    // An empty value has no place of its own: it stands after what came before.
    if (node.offset < 0) node.offset = last;
    last = node.offset;
    if (node.anchor !== null) anchors.set(node.anchor, node);
    root ??= node;
    add(node);
    if (node.kind === "list" || node.kind === "map") open.push({ node, name: null, nameOffset: 0 });
  }
  return root;

  function add(node: YamlNode): void {
    const frame = open.at(-1);
    if (!frame) return;
    if (frame.node.kind === "list") frame.node.items.push(node);
    if (frame.node.kind !== "map") return;
    if (frame.name === null) {
      frame.name = node.kind === "scalar" ? node.text : "";
      frame.nameOffset = node.offset;
      return;
    }
    frame.node.entries.push({ name: frame.name, offset: frame.nameOffset, value: node });
    frame.name = null;
  }
}

function nodeOf(source: string, event: Exclude<Event, { type: 1 | 6 }>): YamlNode {
  const anchor = event.anchorStart >= 0 ? source.slice(event.anchorStart, event.anchorEnd) : null;
  if (event.type === EVENT_ID.ALIAS) return { kind: "alias", offset: event.anchorStart, anchor: null, target: anchor ?? "" };
  if (event.type === EVENT_ID.SCALAR) {
    const quoted = event.valueStart > 0 && /["']/.test(source[event.valueStart - 1] ?? "");
    const offset = quoted ? event.valueStart - 1 : event.valueStart;
    return { kind: "scalar", offset, anchor, text: getScalarValue(source, event) };
  }
  if (event.type === EVENT_ID.SEQUENCE) return { kind: "list", offset: event.start, anchor, items: [] };
  return { kind: "map", offset: event.start, anchor, entries: [] };
}

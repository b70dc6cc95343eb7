import { pointerTokens } from "./json-pointer.ts";

/** Pointers that are looked for, as a tree, so that one pass over a text finds all of them. */
export type PointerTrie = { pointers: string[]; children: Map<string, PointerTrie> };

export function pointerTrie(pointers: Iterable<string>): PointerTrie {
  const root: PointerTrie = { pointers: [], children: new Map() };
  for (const pointer of pointers) {
    let node = root;
    for (const token of pointerTokens(pointer)) {
      let child = node.children.get(token);
      if (!child) node.children.set(token, (child = { pointers: [], children: new Map() }));
      node = child;
    }
    node.pointers.push(pointer);
  }
  return root;
}

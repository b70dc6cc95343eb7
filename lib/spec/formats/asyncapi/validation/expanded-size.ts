import type { LoadedDocument } from "../../../text/loaded-document.ts";
import { refOf } from "../../../text/reference-resolver.ts";
import type { Node } from "../../../text/resolution.ts";
import { joinPointer } from "../../../text/json-pointer.ts";

const depthMax = 1_000;

/**
 * How many nodes a document has once every reference is put in its place, up to `max`: a few hundred references can
 * stand for more than any machine holds. What refers to itself counts once. Linear in what is written.
 */
export function expandedSize(doc: LoadedDocument, max: number): number {
  const sizes = new Map<string, number>();
  const open = new Set<string>();
  return sizeOf({ file: doc.root, pointer: "", value: doc.tree() }, 0);

  function sizeOf(node: Node, depth: number): number {
    if (typeof node.value !== "object" || node.value === null) return 1;
    if (depth > depthMax) return max;
    const ref = refOf(node.value);
    return ref === null ? sizeOfMembers(node, depth) : sizeOfTarget(ref, node, depth);
  }

  function sizeOfTarget(ref: string, node: Node, depth: number): number {
    const target = doc.resolve(ref, node.file);
    if (!target.ok || open.has(target.id)) return 1;
    const known = sizes.get(target.id);
    if (known !== undefined) return known;
    open.add(target.id);
    const size = sizeOf(target, depth + 1);
    open.delete(target.id);
    sizes.set(target.id, size);
    return size;
  }

  function sizeOfMembers(node: Node, depth: number): number {
    let size = 1;
    for (const [name, value] of Object.entries(node.value as object)) {
      size += sizeOf({ file: node.file, pointer: joinPointer(node.pointer, name), value }, depth + 1);
      if (size >= max) return max;
    }
    return size;
  }
}

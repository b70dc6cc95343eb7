import { joinPointer } from "./json-pointer.ts";
import type { LoadedFile } from "./loaded-file.ts";

/** Names that references may use instead of pointers: `$anchor`s of the file, and the address that it gives itself by `$self` or `$id`. */
type Anchors = { anchors: Map<string, string>; ids: Map<string, string> };

const none: Anchors = { anchors: new Map(), ids: new Map() };
const cache = new WeakMap<LoadedFile, Anchors>();

/** The anchors of a file (JSON Schema 2020-12, sections 8.2.1 and 8.2.2; OpenAPI 3.2 `$self`), found once for each file. */
export function anchorsOf(file: LoadedFile | null, path: string): Anchors {
  if (!file) return none;
  let found = cache.get(file);
  if (!found) cache.set(file, (found = findAnchors(file, path)));
  return found;
}

function findAnchors(file: LoadedFile, path: string): Anchors {
  const ids = new Map<string, string>();
  const tree = file.tree;
  if (typeof tree !== "object" || tree === null) return none;
  for (const name of ["$self", "$id"]) {
    const id = (tree as Record<string, unknown>)[name];
    if (typeof id === "string") ids.set(id.replace(/#$/, ""), path);
  }
  const anchors = new Map<string, string>();
  // Most documents have none, and one search of the text is cheaper than a walk over its tree.
  if (/\$(dynamicA|a)nchor/.test(file.text)) collect(tree, "", anchors);
  return { anchors, ids };
}

function collect(value: unknown, pointer: string, anchors: Map<string, string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if ((name === "$anchor" || name === "$dynamicAnchor") && typeof inner === "string" && !anchors.has(inner)) anchors.set(inner, pointer);
    else collect(inner, joinPointer(pointer, name), anchors);
  }
}

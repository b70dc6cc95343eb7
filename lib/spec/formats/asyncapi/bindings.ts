import type { LoadedDocument } from "../../text/loaded-document.ts";
import type { Node } from "../../text/resolution.ts";
import type { Json } from "../../values.ts";
import { childOf, isObject, membersOf } from "../../values.ts";
import { mergePatch } from "./layers.ts";

/**
 * Bindings by protocol, of an object or of an operation or message and its traits (see `layersOf`); references followed
 * to the bindings of a protocol, what those hold left as written. Null where there are none.
 */
export function readBindings(doc: LoadedDocument, layers: Node[]): Json | null {
  const read = layers.flatMap((layer) => {
    const node = childOf(layer, "bindings");
    const bindings = isObject(node.value) ? doc.follow(node) : null;
    return bindings === null ? [] : [Object.fromEntries(membersOf(bindings).map(([protocol, entry]) => [protocol, doc.follow(entry)?.value ?? null]))];
  });
  return read.length === 0 ? null : read.reduceRight<Json>((merged, bindings) => mergePatch(merged, bindings), {});
}

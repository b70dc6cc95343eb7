import type { LoadedDocument } from "../../text/loaded-document.ts";
import { refOf } from "../../text/reference-resolver.ts";
import { lastToken } from "../../text/json-pointer.ts";
import type { Node } from "../../text/resolution.ts";
import { isObject } from "../../values.ts";

/**
 * The Avro schema that a payload holds or refers to; null, with a diagnostic, where the reference leads nowhere.
 * `orders.avsc#/Order` names a type there as often as it is a JSON pointer, so the file's type of that name is tried.
 */
export function avroSource(doc: LoadedDocument, node: Node): Node | null {
  const ref = refOf(node.value);
  if (ref === null || !ref.includes("#")) return doc.follow(node);
  if (doc.resolve(ref, node.file).ok) return doc.follow(node);
  const file = doc.resolve(ref.slice(0, ref.indexOf("#")), node.file);
  const named = file.ok ? namedType(file.value, lastToken(ref)) : null;
  return file.ok && named !== null ? { file: file.file, pointer: named.pointer, value: named.type } : doc.follow(node);
}

function namedType(schema: unknown, name: string): { type: unknown; pointer: string } | null {
  if (Array.isArray(schema)) {
    const index = (schema as unknown[]).findIndex((type) => isObject(type) && type["name"] === name);
    return index === -1 ? null : { type: (schema as unknown[])[index], pointer: `/${index}` };
  }
  return isObject(schema) && schema["name"] === name ? { type: schema, pointer: "" } : null;
}

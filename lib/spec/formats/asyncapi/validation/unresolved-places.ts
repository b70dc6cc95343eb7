import { parentPointer } from "../../../text/json-pointer.ts";
import type { LoadedDocument } from "../../../text/loaded-document.ts";

/** Canonical ids of the places whose reference led nowhere while the document was read: what they hold cannot be judged. */
export function unresolvedPlaces(doc: LoadedDocument): Set<string> {
  const places = doc.findings.filter(({ code }) => code === "external-ref" || code.startsWith("ref-"));
  return new Set(places.map(({ file, pointer }) => doc.canonicalId(file, parentPointer(pointer))));
}

import type { LoadedDocument } from "../../../text/loaded-document.ts";
import { refOf } from "../../../text/reference-resolver.ts";
import type { Node } from "../../../text/resolution.ts";
import { childOf, objectOf, textOf } from "../../../values.ts";
import { asyncapiVersion } from "../version.ts";
import { helpFor } from "./help-for.ts";
import type { Judgement } from "./judge.ts";
import { judgementsOf } from "./judgements-of.ts";
import { unresolvedPlaces } from "./unresolved-places.ts";

/** Judges a document by `@asyncapi/parser`; its errors become findings at their place in the files of the upload. */
export async function validateAsyncapi(doc: LoadedDocument): Promise<void> {
  const tree = objectOf(doc.tree());
  const version = asyncapiVersion(textOf(tree["asyncapi"]) ?? "");
  if (version === null) return;
  const { judgements, partly } = await judgementsOf(doc, { ...tree, asyncapi: version.readAs }, version.readAs);
  const open = unresolvedPlaces(doc);
  for (const judgement of judgements) report(doc, judgement, open);
  if (partly === null) return;
  const message = `${partly}; its structure was checked, its examples were not.`;
  doc.diagnose({ severity: "info", code: "partly-judged", message, file: doc.root, pointer: "" });
}

function report(doc: LoadedDocument, judgement: Judgement, open: ReadonlySet<string>): void {
  const { code, message, severity } = judgement;
  if (severity !== 0) return;
  const place = placeOf(doc, judgement);
  if (code === "invalid-ref") return reportReference(doc, place);
  if (hangsOn(open, doc, place, message)) return;
  doc.diagnose({ severity: "error", code, message: sentence(message), help: helpFor(code, message), file: place.file, pointer: place.pointer });
}

/** Our own words for a reference that leads nowhere: an address outside the upload is no error of the document. */
function reportReference(doc: LoadedDocument, place: Node): void {
  const ref = refOf(place.value) ?? textOf(place.value);
  if (ref === null) return;
  const pointer = refOf(place.value) === null ? place.pointer.replace(/\/\$ref$/, "") : place.pointer;
  doc.reportReference(doc.resolve(ref, place.file), { file: place.file, pointer });
}

/** The part that a path of the library means: it has followed references, hence so do we; what is missing gives its parent. */
function placeOf(doc: LoadedDocument, { file, path }: Judgement): Node {
  let at: Node = { file, pointer: "", value: doc.tree(file) };
  for (const token of path) {
    let next = childOf(at, token);
    if (next.value === undefined && refOf(at.value) !== null) {
      const target = doc.follow(at);
      if (target !== null) next = childOf(target, token);
    }
    if (next.value === undefined) return at;
    at = next;
  }
  return at;
}

/** Whether an error only says that something is not there which a reference that leads nowhere would have brought. */
function hangsOn(open: ReadonlySet<string>, doc: LoadedDocument, place: Node, message: string): boolean {
  const id = doc.canonicalId(place.file, place.pointer);
  const ofWhole = /must match/.test(message);
  for (const one of open) {
    if (id === one || id.startsWith(`${one}/`)) return true;
    // "Must match a schema": one that holds the reference, or holds what holds it.
    if (ofWhole && one.startsWith(`${id}/`) && one.slice(id.length + 1).split("/").length <= 2) return true;
  }
  return false;
}

function sentence(message: string): string {
  const trimmed = message.trim();
  const begun = /^[a-z]/.test(trimmed) ? trimmed.charAt(0).toUpperCase() + trimmed.slice(1) : trimmed;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

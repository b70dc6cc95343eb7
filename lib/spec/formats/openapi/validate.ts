import type { LoadedDocument } from "../../text/loaded-document.ts";

export function validateOpenapi(doc: LoadedDocument): void {
  void doc;
}

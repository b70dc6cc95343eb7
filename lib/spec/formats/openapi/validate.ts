import type { LoadedDocument } from "../../text/loaded-document.ts";
import { objectOf } from "../../values.ts";
import { checksOf } from "./validation/checks/index.ts";
import { types2 } from "./validation/types-2.ts";
import { types3 } from "./validation/types-3.ts";
import { Walk } from "./validation/walk.ts";
import { openapiVersion } from "./version.ts";

/** Whatever breaks the OpenAPI specification, each finding at its place and with what to do. */
export function validateOpenapi(doc: LoadedDocument): void {
  const generation = openapiVersion(objectOf(doc.tree()))?.generation;
  if (!generation) return;
  const types = generation === "2.0" ? types2() : types3(generation);
  new Walk(doc, types, checksOf(generation)).run("Root");
}

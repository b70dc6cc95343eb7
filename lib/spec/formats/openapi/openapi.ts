import type { FormatReader } from "../format-reader.ts";
import { objectOf } from "../../values.ts";
import { readDocument } from "./read-document.ts";
import { validateOpenapi } from "./validate.ts";
import { openapiVersion } from "./version.ts";

/** OpenAPI 2.0 (Swagger) to 3.2. An unknown later version is read as the nearest known one. */
export const openapi: FormatReader = {
  format: "openapi",
  version: (root) => openapiVersion(root)?.written ?? null,
  read(doc) {
    const place = { file: doc.root, pointer: Object.hasOwn(objectOf(doc.tree()), "openapi") ? "/openapi" : "/swagger" };
    const version = openapiVersion(objectOf(doc.tree()));
    if (!version?.generation) {
      doc.diagnose({ severity: "error", code: "unsupported-version", message: `Version ${version?.written ?? ""} of OpenAPI cannot be read; 2.0, 3.0, 3.1 and 3.2 can.`, help: "Convert the document to OpenAPI 3.", ...place });
      return null;
    }
    if (!version.exact) {
      doc.diagnose({ severity: "warning", code: "unknown-version", message: `Version \`${version.written}\` of OpenAPI is not known; the document was read as ${version.generation}.`, help: `Write a published version, for example \`${version.generation === "2.0" ? "2.0" : `${version.generation}.0`}\`.`, ...place });
    }
    return readDocument(doc, version.written, version.generation);
  },
  validate: validateOpenapi,
};

import { objectOf, textOf } from "../../values.ts";
import type { FormatReader } from "../format-reader.ts";
import { readDocument } from "./read-document.ts";
import { validateAsyncapi } from "./validation/validate.ts";
import { asyncapiVersion } from "./version.ts";

/** AsyncAPI 2.0 to 3.1. An unknown later version of the same major is read as the newest known one. */
export const asyncapi: FormatReader = {
  format: "asyncapi",
  version: (root) => textOf(root["asyncapi"]),
  read(doc) {
    const written = textOf(objectOf(doc.tree())["asyncapi"]) ?? "";
    const place = { file: doc.root, pointer: "/asyncapi" };
    const version = asyncapiVersion(written);
    if (version === null) {
      const older = /^[01]\b/.test(written);
      doc.diagnose({
        severity: "error", code: "unsupported-version", ...place,
        message: `Version \`${written}\` of AsyncAPI cannot be read; 2.0 to 2.6, 3.0 and 3.1 can.`,
        help: older ? "Convert the document, for example with `npx @asyncapi/cli convert FILE`." : "Write the version of the specification, for example `asyncapi: 3.0.0`.",
      });
      return null;
    }
    if (!version.exact) {
      doc.diagnose({
        severity: "warning", code: "unknown-version", ...place,
        message: `Version \`${written}\` of AsyncAPI is not known; the document was read as ${version.readAs}.`,
        help: `Write a published version, for example \`asyncapi: ${version.readAs}\`.`,
      });
    }
    return readDocument(doc, written, version.major);
  },
  validate: validateAsyncapi,
};

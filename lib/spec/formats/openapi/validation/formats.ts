import { fullFormats } from "ajv-formats/dist/formats.js";

/** Whether a text is an absolute URL (`uri`), one that may be relative (RFC 3986), or an e-mail address. */
export function matchesFormat(format: "uri" | "uri-reference" | "email", text: string): boolean {
  const known: unknown = fullFormats[format];
  if (known instanceof RegExp) return known.test(text);
  return typeof known === "function" ? Boolean(known(text)) : true;
}

import { fullFormats } from "ajv-formats/dist/formats.js";

/** Whether a text is a URL, absolute or relative (RFC 3986), or an e-mail address. */
export function matchesFormat(format: "uri-reference" | "email", text: string): boolean {
  const known = fullFormats[format];
  return known instanceof RegExp ? known.test(text) : true;
}

/** Formats whose values are all values of another one. */
const wider: Readonly<Record<string, readonly string[]>> = {
  int32: ["int64"], int8: ["int16", "int32", "int64"], int16: ["int32", "int64"], uint8: ["int16", "uint16", "int32", "uint32", "int64"], float: ["double"],
  uri: ["uri-reference", "iri", "iri-reference"], "uri-reference": ["iri-reference"], iri: ["iri-reference"], url: ["uri", "uri-reference", "iri", "iri-reference"],
  email: ["idn-email"], hostname: ["idn-hostname"],
};

/** Two words for one thing. */
const same: Readonly<Record<string, string>> = { datetime: "date-time", integer: "int32", long: "int64", guid: "uuid", base64: "byte" };

const known = new Set([
  "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double", "decimal", "date", "date-time", "time", "duration",
  "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "url", "iri", "iri-reference", "uuid", "byte", "binary",
  "json-pointer", "relative-json-pointer", "regex", "uri-template", "password",
]);

/** Says nothing about the value: how to show it, or any string. */
const hints = new Set(["password", "string", "text", "number", "boolean", "object", "array", "textarea", "markdown", "html"]);

/** The format in its usual spelling; `null` for one that does not narrow the values. */
export function meaningOf(format: string): string | null {
  const lower = format.toLowerCase();
  const word = Object.hasOwn(same, lower) ? (same[lower] ?? lower) : lower;
  return hints.has(word) ? null : word;
}

/** Whether every value of the one format is one of the other: `null` where a format is unknown. */
export function formatWithin(inner: string, outer: string): boolean | null {
  if (inner === outer || (Object.hasOwn(wider, inner) && wider[inner]?.includes(outer))) return true;
  return known.has(inner) && known.has(outer) ? false : null;
}

export function isKnownFormat(format: string): boolean {
  return known.has(format);
}

/** Whether a format may speak of numbers; the others say nothing about them (JSON Schema 2020-12 Validation, 7.2.1). */
export function isNumeric(format: string): boolean {
  return !known.has(format) || /^u?int\d+$|^(float|double|decimal)$/.test(format);
}

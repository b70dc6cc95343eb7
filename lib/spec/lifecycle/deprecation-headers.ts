export type DeprecationFacts = {
  deprecatedAt: Date | null;
  sunsetAt: Date | null;
  /** Absolute addresses: of what explains it, and of what takes its place. */
  documentation: string | null;
  successor: string | null;
};
export type Header = { name: "Deprecation" | "Sunset" | "Link"; value: string };

/**
 * The headers that a service sends with answers of what is deprecated: `Deprecation` (RFC 9745, section 2: a date of
 * RFC 9651 in seconds), `Sunset` (RFC 8594, section 3: an HTTP date), and a `Link` each to the explanations and the
 * successor (RFC 9745, section 3, RFC 8594, section 6, RFC 5829). None for what is not deprecated.
 */
export function deprecationHeaders({ deprecatedAt, sunsetAt, documentation, successor }: DeprecationFacts): Header[] {
  if (deprecatedAt === null) return [];
  const links = [
    ...(documentation ? [link(documentation, "deprecation", "text/html")] : []),
    ...(documentation && sunsetAt ? [link(documentation, "sunset", "text/html")] : []),
    ...(successor ? [link(successor, "successor-version")] : []),
  ];
  return [
    { name: "Deprecation", value: `@${Math.floor(deprecatedAt.getTime() / 1000)}` },
    ...(sunsetAt ? [{ name: "Sunset" as const, value: httpDate(sunsetAt) }] : []),
    ...links.map((value) => ({ name: "Link" as const, value })),
  ];
}

/** `Sat, 31 Dec 2018 23:59:59 GMT` (RFC 9110, section 5.6.7). */
function httpDate(date: Date): string {
  return date.toUTCString();
}

function link(address: string, rel: string, type?: string): string {
  // Nothing may end the address early (RFC 3986 leaves these out of a URI, RFC 8288, section 3).
  const target = encodeURI(decodeSafely(address)).replace(/[<>"\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
  return `<${target}>; rel="${rel}"${type ? `; type="${type}"` : ""}`;
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/**
 * The address of an operation within its interface: one path segment, readable, reversible, and the same after a
 * parameter is renamed, because it is made of the operation's key (`Operation.key`).
 *
 *   GET /users/{}/orders          GET~users~*~orders
 *   send orders/{}/placed         send+orders~*~placed
 *   WEBHOOK orderPaid             WEBHOOK+orderPaid
 *   GET /jobs CALLBACK done POST  GET~jobs+CALLBACK+done+POST
 *
 * A slash is `~`, a space `+`, an erased parameter `*`, the space before a leading slash is left out, and these signs
 * themselves are written with `!`. The rest is percent-encoded where a path needs it (RFC 3986, section 3.3).
 */

const escapes: Record<string, string> = { "~": "!t", "+": "!p", "*": "!s", "!": "!e" };
const unescapes: Record<string, string> = { t: "~", p: "+", s: "*", e: "!" };

/** One path segment for an operation's key or its spelled form. */
export function encodeOperationKey(key: string): string {
  const [action = "", ...rest] = key.split(" ");
  const tail = rest.join(" ");
  if (rest.length === 0) return encodeSegment(action);
  return tail.startsWith("/") ? encodeSegment(action) + encodeSegment(tail) : `${encodeSegment(action)}+${encodeSegment(tail)}`;
}

/**
 * The reverse: what a segment of an address names. `spelled` is the text as it was written, `key` the same with its
 * parameter names erased and an HTTP method in upper case; look for an operation whose key or display is either of them.
 */
export function decodeOperationKey(segment: string): { key: string; spelled: string } {
  const text = decodeSegment(segment, (plain) => plain.replace(/^([A-Za-z]+)~/, "$1+~"));
  const spelled = text.replace(/^(get|put|post|delete|options|head|patch|trace|query|webhook)(?= )/i, (method) => method.toUpperCase());
  return { spelled, key: spelled.replace(/\{[^{}]*\}/g, "{}") };
}

/** Path of an operation's page. `line` and `version` pin it; without them it is the current version. */
export function operationUrl(at: { slug: string; key: string; line?: string | null; version?: number | null }): string {
  return `/interfaces/${encodeURIComponent(at.slug)}/operations/${encodeOperationKey(at.key)}${versionQuery(at)}`;
}

/** `?line=…&version=…`, or nothing for the current version of the default line. */
export function versionQuery(at: { line?: string | null; version?: number | null }): string {
  const query = new URLSearchParams();
  if (at.line && at.line !== "default") query.set("line", at.line);
  if (at.version) query.set("version", String(at.version));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** Any text as one readable path segment, by the same signs. */
export function encodeSegment(text: string): string {
  return text
    .toWellFormed()
    .replace(/\{\}|[\s\S]/gu, (part) => {
      if (part === "{}") return "*";
      if (part === "/") return "~";
      if (part === " ") return "+";
      return escapes[part] ?? (/[\w.:@,;$=&-]/.test(part) ? part : encodeURIComponent(part));
    });
}

/** The text of a segment made by `encodeSegment`, percent-encoded or already decoded. */
export function decodeSegment(segment: string, before: (plain: string) => string = (plain) => plain): string {
  return before(decodePercent(segment)).replace(/!([tpse])|[~+*]/g, (part, escaped: string | undefined) => {
    if (escaped !== undefined) return unescapes[escaped] ?? part;
    return part === "~" ? "/" : part === "+" ? " " : "{}";
  });
}

function decodePercent(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

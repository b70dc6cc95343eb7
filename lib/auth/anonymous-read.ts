import { isIP } from "node:net";

/**
 * Whether a visitor who is not signed in reads what is public and internal. A local installation answers only under
 * names that no foreign site can point at this machine (DNS rebinding): an address, `localhost`, or a name without a dot.
 */
export function anonymousRead(headers: Headers, settings: { ANONYMOUS_READ: boolean; INTERMESH_EMBEDDED: boolean; PUBLIC_URL?: string | undefined }): boolean {
  if (!settings.ANONYMOUS_READ) return false;
  if (!settings.INTERMESH_EMBEDDED || settings.PUBLIC_URL) return true;
  const host = (headers.get("host") ?? "localhost").replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  return isIP(host) !== 0 || !host.includes(".") || host.endsWith(".localhost");
}

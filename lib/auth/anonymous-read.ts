import { isIP } from "node:net";
import type { AnonymousRead } from "./scope.ts";

/**
 * What a visitor who is not signed in reads: nothing, what is public, or (`true`) what is public and internal. A local installation answers only under
 * names that no foreign site can point at this machine (DNS rebinding): an address, `localhost`, or a name without a dot.
 */
export function anonymousRead(headers: Headers, settings: { ANONYMOUS_READ: AnonymousRead; INTERMESH_EMBEDDED: boolean; PUBLIC_URL?: string | undefined }): AnonymousRead {
  if (!settings.ANONYMOUS_READ) return false;
  if (!settings.INTERMESH_EMBEDDED || settings.PUBLIC_URL) return settings.ANONYMOUS_READ;
  const host = (headers.get("host") ?? "localhost").replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  return (isIP(host) !== 0 || !host.includes(".") || host.endsWith(".localhost")) && settings.ANONYMOUS_READ;
}

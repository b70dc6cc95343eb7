import { isIP } from "node:net";

/**
 * The address a request came from, `null` where it is not known. By the time a handler runs, `instrumentation.ts` has
 * left in `x-forwarded-for` one address only: the peer's, or the one that a trusted proxy named.
 */
export function addressOf(headers: Headers): string | null {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return isIP(address) === 0 ? null : address;
}

import { ForbiddenError } from "../errors.ts";
import { originOf } from "./origin-of.ts";

const readOnly = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a change that another site's page asks for with a visitor's cookie (OWASP: Fetch Metadata, else Origin).
 * A request that says neither comes from no browser and has no business with a cookie.
 * @throws ForbiddenError
 */
export function assertSameOrigin(request: { method: string; headers: Headers }, publicUrl: string | undefined): void {
  if (readOnly.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") throw refusal();
  const origin = request.headers.get("origin");
  if (origin === null ? site === null : origin !== originOf(request.headers, publicUrl)) throw refusal();
}

const refusal = () => new ForbiddenError("A change must come from a page of this installation. Reload the page, or use a token.");

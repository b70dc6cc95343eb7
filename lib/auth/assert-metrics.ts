import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "../env.ts";
import { addressOf } from "./address-of.ts";
import { authorize } from "./authorize.ts";
import { isLoopback } from "./is-loopback.ts";
import { contextFromRequest } from "./request-context.ts";

/**
 * Lets pass who may read the measurements: with `METRICS_TOKEN` whoever sends it as a bearer, without it this very
 * machine; administrators always. @throws UnauthenticatedError, ForbiddenError for others
 */
export async function assertMetrics(request: Request): Promise<void> {
  const { METRICS_TOKEN: token } = env();
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization")?.trim() ?? "")?.[1];
  if (token ? bearer !== undefined && isSame(bearer, token) : bearer === undefined && isLoopback(addressOf(request.headers) ?? "")) return;
  authorize(await contextFromRequest(request), "catalog.health");
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

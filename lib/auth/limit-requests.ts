import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";
import { databasePool } from "../database.ts";
import { env } from "../env.ts";
import { ServiceError } from "../errors.ts";
import { log } from "../log.ts";
import type { Actor } from "./actor.ts";
import { isLoopback } from "./is-loopback.ts";

const windowSeconds = 60;

/** What counts against what: reading in each process, changes in the database, for all processes together. */
type Kind = "read" | "change" | "page" | "form";
type Limiters = Record<"here" | "everywhere", RateLimiterAbstract>;
const store = globalThis as typeof globalThis & { intermeshLimiters?: Limiters };

/** How a request stands, for the headers of its answer; `null` where nothing is counted. */
export type Standing = { policy: string; limit: number; remaining: number; resetSeconds: number; allowed: boolean } | null;

/**
 * Counts a request against its token, person or address. Whoever sits at this machine is not counted: they could stop
 * it altogether. A counter that cannot be reached lets pass.
 */
export async function limitRequest({ actor, address, isChange }: { actor: Actor; address: string | null; isChange: boolean }): Promise<Standing> {
  const perMinute = env().RATE_LIMIT_PER_MINUTE;
  if (perMinute === 0 || actor.kind === "system" || (address !== null && isLoopback(address))) return null;
  // Nobody is told from anybody else: a limit would be everyone's together.
  if (actor.kind === "anonymous" && address === null) return null;
  const kind: Kind = isChange ? "change" : "read";
  // A known sender asks four times as often as an address that says nothing of itself; changing is dearer than reading.
  const limit = Math.max(1, Math.floor(perMinute * (actor.kind === "anonymous" ? 1 : 4) * (isChange ? 0.5 : 1)));
  return countSender({ kind, limit, sender: actor.kind === "anonymous" ? `address ${address}` : actor.kind === "token" ? `${actor.pipeline ? "pipeline" : "token"} ${actor.id}` : `person ${actor.id}` });
}

/** Counts one request of a sender against its limit in a minute; `null` where the counter cannot be reached. */
export async function countSender({ kind, sender, limit }: { kind: Kind; sender: string; limit: number }): Promise<Standing> {
  const counted = await consume(limiters()[kind === "change" || kind === "form" ? "everywhere" : "here"], `${kind} ${limit} ${sender}`);
  if (!counted) return null;
  const used = counted.consumedPoints;
  return { policy: `"${kind}";q=${limit};w=${windowSeconds}`, limit, remaining: Math.max(0, limit - used), resetSeconds: Math.max(1, Math.ceil(counted.msBeforeNext / 1000)), allowed: used <= limit };
}

/** The headers of draft-ietf-httpapi-ratelimit-headers, and Retry-After (RFC 9110, section 10.2.3) for who must wait. */
export function limitHeaders(standing: Standing): Record<string, string> {
  if (!standing) return {};
  const [name = ""] = standing.policy.split(";");
  const headers = { "ratelimit-policy": standing.policy, ratelimit: `${name};r=${standing.remaining};t=${standing.resetSeconds}` };
  return standing.allowed ? headers : { ...headers, "retry-after": String(standing.resetSeconds) };
}

/** Asked too often. */
export class TooManyRequestsError extends ServiceError {
  constructor(retryAfterSeconds: number) {
    super("too-many-requests", 429, `Too many requests. Try again in ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
  }
}

// The limit itself is judged above, since it differs by who asks; these only count.
const unlimited = 1_000_000_000;

function limiters(): Limiters {
  return (store.intermeshLimiters ??= {
    here: new RateLimiterMemory({ points: unlimited, duration: windowSeconds }),
    everywhere: new RateLimiterPostgres({ storeClient: databasePool(), tableName: "request_limits", tableCreated: true, keyPrefix: "rest", points: unlimited, duration: windowSeconds }),
  });
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<RateLimiterRes | null> {
  try {
    return await limiter.consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) return error;
    log.warn({ err: error }, "requests cannot be counted");
    return null;
  }
}

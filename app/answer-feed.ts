import { createHash } from "node:crypto";
import { personOfFeedToken } from "#lib/auth/feed-tokens/person-of-feed-token.ts";
import { originOf } from "#lib/auth/origin-of.ts";
import { contextFromRequest } from "#lib/auth/request-context.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { requestIdOf } from "#lib/auth/request-id-of.ts";
import { scopeOf } from "#lib/auth/scope.ts";
import { atomFeed } from "#lib/catalog/feeds/atom-feed.ts";
import { type FeedSubject, getFeed } from "#lib/catalog/feeds/get-feed.ts";
import { database } from "#lib/database.ts";
import { env } from "#lib/env.ts";
import { ServiceError, UnauthenticatedError } from "#lib/errors.ts";

/**
 * A feed, for whoever `?token=` names, else for who asks. What may be seen is asked at each reading; one that has not
 * changed since costs its reader nothing.
 */
export async function answerFeed(request: Request, subject: FeedSubject): Promise<Response> {
  const url = new URL(request.url);
  const headers = { "cache-control": "private, no-cache", "x-robots-tag": "noindex", vary: "cookie, authorization" };
  try {
    const ctx = await contextOf(request, url.searchParams.get("token"));
    if (!ctx.scope.seesPublic) throw new UnauthenticatedError("This feed needs a private address. Make one under Settings, Notifications, and add `?token=…`.");
    const body = atomFeed(await getFeed({ ctx, input: subject }), { origin: originOf(request.headers, env().PUBLIC_URL), self: url.pathname });
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
    if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers: { ...headers, etag } });
    return new Response(body, { headers: { ...headers, etag, "content-type": "application/atom+xml; charset=utf-8" } });
  } catch (error) {
    if (error instanceof ServiceError) return new Response(`${error.message}\n`, { status: error.status, headers: { ...headers, "content-type": "text/plain; charset=utf-8" } });
    throw error;
  }
}

async function contextOf(request: Request, token: string | null): Promise<Ctx> {
  if (token === null) return contextFromRequest(request);
  const db = database();
  const actor = await personOfFeedToken(db, token);
  return { actor, scope: scopeOf(actor, false), requestId: requestIdOf(request.headers), db };
}

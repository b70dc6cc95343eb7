import type { Database } from "#db/client.ts";
import { UnauthenticatedError } from "../errors.ts";
import type { Actor } from "./actor.ts";
import { addressOf } from "./address-of.ts";
import { anonymousRead } from "./anonymous-read.ts";
import { recordRefusal } from "./audit/record-refusal.ts";
import { assertSameOrigin } from "./assert-same-origin.ts";
import { actorOfPipeline, isIdentityToken } from "./ci/actor-of-pipeline.ts";
import type { Ctx } from "./context.ts";
import type { Auth } from "./create-auth.ts";
import { findActorOfSession } from "./find-actor-of-session.ts";
import { requestIdOf } from "./request-id-of.ts";
import { type AnonymousRead, readingScope, scopeOf } from "./scope.ts";
import { actorOfToken } from "./tokens/actor-of-token.ts";

export type Access = { auth: Auth; db: Database; settings: { ANONYMOUS_READ: AnonymousRead; INTERMESH_EMBEDDED: boolean; PUBLIC_URL?: string | undefined } };

/**
 * Who asks and what they may see: by bearer token, else by session cookie, else a visitor. A cookie counts for a change
 * only from our own pages. `pipelines`: identity tokens of CI are taken here. `publishes`: what is
 * done here may be publishing, for which names of others are needed that a token without the scope `read` does not read.
 * @throws UnauthenticatedError for a token that does not hold; ForbiddenError for a change from another site
 */
export async function contextFrom(access: Access, request: { method: string; headers: Headers }, options: { pipelines?: boolean; publishes?: boolean } = {}): Promise<Ctx> {
  const actor = await actorOf(access, request, options.pipelines ?? false);
  const scope = scopeOf(actor, anonymousRead(request.headers, access.settings));
  return { actor, scope: options.publishes && actor.kind === "token" && actor.scopes.includes("publish") ? scope : readingScope(actor, scope), requestId: requestIdOf(request.headers), address: addressOf(request.headers), db: access.db };
}

async function actorOf({ auth, db, settings }: Access, request: { method: string; headers: Headers }, pipelines: boolean): Promise<Actor> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const bearer = bearerOf(authorization);
    if (!isIdentityToken(bearer)) return actorOfToken(db, bearer, { requestId: requestIdOf(request.headers), address: addressOf(request.headers) });
    if (!pipelines) throw new UnauthenticatedError("A pipeline's identity token is taken where documents are published and checked, and nowhere else.");
    return actorOfPipeline(db, bearer);
  }
  const person = await findActorOfSession(auth, db, request.headers);
  if (!person) return { kind: "anonymous" };
  try {
    assertSameOrigin(request, settings.PUBLIC_URL);
  } catch (error) {
    recordRefusal({ actor: person, requestId: requestIdOf(request.headers), address: addressOf(request.headers), db }, { action: "origin.refused", subject: "session", detail: { origin: request.headers.get("origin"), site: request.headers.get("sec-fetch-site") } });
    throw error;
  }
  return person;
}

function bearerOf(authorization: string): string {
  const secret = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (!secret) throw new UnauthenticatedError("The Authorization header must read `Bearer TOKEN`.");
  return secret;
}

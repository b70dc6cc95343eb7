import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { database } from "../database.ts";
import { env } from "../env.ts";
import { ForbiddenError, UnauthenticatedError } from "../errors.ts";
import { addressOf } from "./address-of.ts";
import { auth } from "./auth.ts";
import { contextFrom, type Access } from "./context-from.ts";
import type { Ctx } from "./context.ts";
import { requestIdOf } from "./request-id-of.ts";
import { nothing } from "./scope.ts";

/**
 * The context of a page. A visitor who may read nothing is sent to sign in and comes back afterwards.
 * Computed once for a request, however many components ask.
 */
export async function requestContext(): Promise<Ctx> {
  const ctx = await visitorContext();
  if (!ctx.scope.seesPublic) redirect(signInPath((await headers()).get("x-intermesh-path")));
  return ctx;
}

/** The context of a page that any visitor may open, such as the one to sign in. Who brings a token that does not hold reads nothing. */
export const visitorContext = cache(async (): Promise<Ctx> => {
  const request = { method: "GET", headers: new Headers(await headers()) };
  try {
    return await contextFrom(access(), request);
  } catch (error) {
    if (!(error instanceof UnauthenticatedError)) throw error;
    return { actor: { kind: "anonymous" }, scope: nothing, requestId: requestIdOf(request.headers), address: addressOf(request.headers), db: database() };
  }
});

/**
 * The context of a page or server action for people who are signed in; visitors are sent to sign in.
 * That an action was asked for by a page of ours is seen to by `proxy.ts`, and by Next.js once more.
 */
export async function personContext(): Promise<Ctx> {
  const ctx = await visitorContext();
  if (ctx.actor.kind !== "person") redirect(signInPath((await headers()).get("x-intermesh-path")));
  return ctx;
}

/**
 * The context of a route handler. `ownOnly`: it shows a token that publishes and does not read what that may publish to;
 * anywhere else such a token is refused, since an empty answer would look like an empty catalog. Throws what `contextFrom` throws.
 */
export async function contextFromRequest(request: Request, options: { pipelines?: boolean; publishes?: boolean; ownOnly?: boolean } = {}): Promise<Ctx> {
  const ctx = await contextFrom(access(), request, options);
  if (!options.ownOnly) assertReads(ctx);
  return ctx;
}

/** @throws ForbiddenError for a token that publishes and does not read */
export function assertReads({ scope }: Ctx): void {
  if (scope.publishes) throw new ForbiddenError("This token publishes and does not read. Make one that has the scope `read` as well.");
}

function access(): Access {
  return { auth: auth(), db: database(), settings: env() };
}

function signInPath(path: string | null): string {
  return path === null || path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
}

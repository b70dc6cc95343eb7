import { eq, sql } from "drizzle-orm";
import type { Database, Executor } from "#db/client.ts";
import { scimGroups, scimUsers } from "#db/schema/directory.ts";
import { addressOf } from "#lib/auth/address-of.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { recordRefusal } from "#lib/auth/audit/record-refusal.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { limitHeaders, limitRequest } from "#lib/auth/limit-requests.ts";
import { originOf } from "#lib/auth/origin-of.ts";
import { requestIdOf } from "#lib/auth/request-id-of.ts";
import { nothing } from "#lib/auth/scope.ts";
import { dataPolicy, securityHeaders } from "#lib/auth/security-headers.ts";
import { actorOfToken } from "#lib/auth/tokens/actor-of-token.ts";
import { ServiceError, UnauthenticatedError } from "#lib/errors.ts";
import { directoryAuth } from "./directory-auth.ts";

type Settings = { secret: string; publicUrl: string | undefined };
type Touched = { kind: "user" | "group"; id: string | null };

const bodyBytesMax = 1024 * 1024;
const changes: Record<string, string> = { POST: "create", PUT: "change", PATCH: "change", DELETE: "delete" };

/**
 * Answers a company's directory under `/api/scim/v2` (RFC 7644) for whoever sends a token with the scope `provision`.
 * One request changes everything it means, with its entry in the audit log, or nothing.
 */
export async function serveDirectory(db: Database, request: Request, settings: Settings): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const answer = await answerDirectory(db, request, settings, requestId).catch((error: unknown) => {
    if (!(error instanceof ServiceError)) throw error;
    return refusal(error.status, error.message);
  });
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries({ ...securityHeaders, "content-security-policy": dataPolicy, "cache-control": "no-store", "x-request-id": requestId })) headers.set(name, value);
  return new Response(answer.body, { status: answer.status, headers });
}

async function answerDirectory(db: Database, request: Request, settings: Settings, requestId: string): Promise<Response> {
  const from = { requestId, address: addressOf(request.headers) };
  const secret = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization")?.trim() ?? "")?.[1];
  const isChange = request.method !== "GET";
  // Who guesses tokens is counted by address.
  const actor = await (secret ? actorOfToken(db, secret, from) : Promise.reject(new UnauthenticatedError("Send the directory's token as `Authorization: Bearer TOKEN`."))).catch(async (error: unknown) => {
    const standing = await limitRequest({ actor: { kind: "anonymous" }, address: from.address, isChange: true });
    if (standing && !standing.allowed) throw new ServiceError("too-many-requests", 429, `Too many requests. Try again in ${standing.resetSeconds} seconds.`);
    throw error;
  });
  const ctx: Ctx = { actor, scope: nothing, db, ...from };
  if (!actor.scopes.includes("provision")) {
    recordRefusal(ctx, { action: "directory.change", subject: "directory" });
    return refusal(403, "This needs a directory's token. An administrator makes one under Administration, Directory.");
  }
  const standing = await limitRequest({ actor, address: from.address, isChange });
  if (standing && !standing.allowed) return refusal(429, `Too many requests. Try again in ${standing.resetSeconds} seconds.`, limitHeaders(standing));
  // RFC 7644, section 3.12: an operation that is not supported, as the configuration says.
  if (/\/scim\/v2\/Bulk\/?$/i.test(new URL(request.url).pathname)) return refusal(501, "Several operations in one request (bulk) are not supported, as ServiceProviderConfig says. Send one request for each.");
  const body = isChange ? await request.arrayBuffer() : null;
  if (body && body.byteLength > bodyBytesMax) return refusal(413, "The body is larger than 1 MB.");
  const origin = originOf(request.headers, settings.publicUrl);
  const { pathname, search } = new URL(request.url);
  const forwarded = new Headers(request.headers);
  // A directory has no cookies, and what a browser says of itself is not for it.
  for (const name of ["cookie", "origin", "referer"]) forwarded.delete(name);
  const asked = new Request(`${origin}${pathname}${search}`, { method: request.method, headers: forwarded, ...(body && body.byteLength > 0 ? { body } : {}) });
  return inTransaction(ctx, asked, { secret: settings.secret, origin });
}

/** Rolled back where the answer is a refusal. */
async function inTransaction(ctx: Ctx, request: Request, options: { secret: string; origin: string }): Promise<Response> {
  const touched = touchedBy(new URL(request.url).pathname);
  const verb = changes[request.method];
  try {
    return await ctx.db.transaction(async (tx) => {
      // A directory sends many at once and knows no order; one at a time, none waits for another in a circle.
      if (verb) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('directory', 0))`);
      const before = verb && touched?.id ? await nameOf(tx, touched.kind, touched.id) : null;
      const response = await directoryAuth(tx, { ...ctx }, options).handler(request);
      if (response.status >= 400) throw new Refused(response);
      if (verb && touched) {
        const after = response.status === 204 ? null : ((await response.clone().json()) as { userName?: string; displayName?: string; active?: boolean });
        const name = (touched.kind === "user" ? after?.userName : after?.displayName) ?? before;
        await recordAudit(tx, ctx, { action: `directory.${touched.kind}-${verb}`, subject: "directory", subjectName: name, detail: after?.active === undefined ? {} : { active: after.active } });
      }
      return response;
    });
  } catch (error) {
    if (error instanceof Refused) return error.response;
    throw error;
  }
}

class Refused extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super(`answered ${response.status}`);
    this.response = response;
  }
}

function touchedBy(pathname: string): Touched | null {
  const [, kind, id] = /\/scim\/v2\/(Users|Groups)(?:\/([^/]+))?$/.exec(pathname) ?? [];
  return kind ? { kind: kind === "Users" ? "user" : "group", id: id ? decodeURIComponent(id) : null } : null;
}

async function nameOf(db: Executor, kind: Touched["kind"], id: string): Promise<string | null> {
  const [row] = kind === "user" ? await db.select({ name: scimUsers.userName }).from(scimUsers).where(eq(scimUsers.id, id)) : await db.select({ name: scimGroups.displayName }).from(scimGroups).where(eq(scimGroups.id, id));
  return row?.name ?? null;
}

/** An error as RFC 7644, section 3.12 has it. */
function refusal(status: number, detail: string, headers: Record<string, string> = {}): Response {
  const more: Record<string, string> = status === 401 ? { "www-authenticate": 'Bearer realm="SCIM"' } : {};
  return new Response(JSON.stringify({ schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: String(status), detail }), { status, headers: { "content-type": "application/scim+json", ...more, ...headers } });
}

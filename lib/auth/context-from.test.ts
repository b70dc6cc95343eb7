import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#db/client.ts";
import { accounts, rateLimits, sessions, users } from "#db/schema/auth.ts";
import { auditLog } from "#db/schema/system/audit-log.ts";
import { ForbiddenError, UnauthenticatedError } from "../errors.ts";
import { settledRefusals } from "./audit/record-refusal.ts";
import { authEndpoint } from "./auth-endpoint.ts";
import { contextFrom, type Access } from "./context-from.ts";
import { addressLimit, createAuth } from "./create-auth.ts";
import { createFirstAdministrator } from "./setup/create-first-administrator.ts";
import { createSetupSecret } from "./setup/create-setup-secret.ts";
import { signIn } from "./sign-in.ts";
import { addPerson, openTestDatabase } from "./testing.ts";
import { createToken } from "./tokens/create-token.ts";

const host = "localhost:3000";
const origin = `http://${host}`;
const password = "correct horse battery";
let access: Access;
let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  access = { auth: createAuth(db, { secret: "0123456789abcdef0123456789abcdef", publicUrl: undefined }), db, settings: { ANONYMOUS_READ: true, INTERMESH_EMBEDDED: true } };
  await createFirstAdministrator(db, (await createSetupSecret(db))!, { name: "Ada", email: "ada@example.com", password });
});
afterAll(() => close());
beforeEach(() => db.delete(rateLimits));

const attempt = (email: string, given: string, address = "192.0.2.1") =>
  signIn(access.auth, { email, password: given, headers: new Headers({ host, "x-forwarded-for": address }), publicUrl: undefined });

async function cookieOfAda(): Promise<string> {
  const result = await attempt("ada@example.com", password);
  if (!result.ok) throw new Error(result.message);
  return result.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
}

const from = (headers: Record<string, string>, method = "GET") => contextFrom(access, { method, headers: new Headers({ host, ...headers }) });

describe("signing in", () => {
  it("gives a session in the database and a cookie that scripts and other sites do not get", async () => {
    const result = await attempt(" Ada@example.com ", password);
    expect(result.ok && result.cookies.map(({ name, options }) => ({ name, ...options }))).toMatchObject([{ name: "intermesh.session_token", httpOnly: true, sameSite: "lax", path: "/" }]);
    expect((await db.select().from(sessions)).length).toBeGreaterThan(0);
  });

  it("answers a wrong password and an unknown person alike", async () => {
    expect(await attempt("ada@example.com", "wrong")).toEqual(await attempt("nobody@example.com", "wrong"));
  });

  it("is on record, and so is who was not let in, by the account's name and never by what was typed otherwise", async () => {
    const address = "192.0.2.31";
    await attempt("ada@example.com", password, address);
    for (const typed of ["ada@example.com", "ada@example.com", "my secret instead"]) await attempt(typed, "not this secret", address);
    await settledRefusals();
    const entries = await db.select().from(auditLog).where(and(eq(auditLog.action, "person.sign-in"), eq(auditLog.address, address))).orderBy(auditLog.id);
    expect(entries).toMatchObject([{ actorName: "Ada", subjectName: "ada@example.com", outcome: "done" }, { actor: "anonymous", subjectName: "ada@example.com", outcome: "refused", detail: { reason: "wrong" } }]);
    expect(JSON.stringify(entries)).not.toMatch(/secret|battery/);
    expect((await db.select({ at: users.lastSignInAt }).from(users).where(eq(users.email, "ada@example.com")))[0]?.at).toBeInstanceOf(Date);
  });

  it("says over REST when to try again", async () => {
    const turn = () => authEndpoint(access.auth, new Request(`${origin}/api/auth/sign-in/email`, { method: "POST", headers: { host, origin, "content-type": "application/json", "content-length": "60", "x-forwarded-for": "192.0.2.66" }, body: JSON.stringify({ email: "throttled@example.com", password: "wrong" }) }), undefined);
    await db.insert(rateLimits).values({ id: "t", key: "sign-in|throttled@example.com", count: 10, lastRequest: Date.now() });
    await expect(turn()).rejects.toMatchObject({ status: 429, detail: { retryAfterSeconds: expect.any(Number) } });
  });

  it("is throttled for an address", async () => {
    for (let guess = 0; guess < addressLimit.max; guess++) await attempt(`guess${guess}@example.com`, "wrong", "192.0.2.7");
    expect(await attempt("ada@example.com", password, "192.0.2.7")).toMatchObject({ ok: false, message: expect.stringContaining("Too many attempts") });
    expect((await attempt("ada@example.com", password, "192.0.2.8")).ok).toBe(true);
  });

  it("is throttled for an account, from however many addresses it is guessed at", async () => {
    for (let guess = 0; guess < 10; guess++) await attempt("ada@example.com", "wrong", `192.0.2.${100 + guess}`);
    expect(await attempt("ada@example.com", password, "192.0.2.200")).toMatchObject({ ok: false, message: expect.stringContaining("Too many attempts") });
  });

  it("answers one who left over REST as one who guesses", async () => {
    const over = async (given: string) => {
      const body = JSON.stringify({ email: "ada@example.com", password: given });
      const response = await access.auth.handler(new Request(`${origin}/api/auth/sign-in/email`, { method: "POST", headers: { host, origin, "content-type": "application/json", "x-forwarded-for": "192.0.2.43" }, body }));
      return { status: response.status, body: await response.text() };
    };
    await db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.email, "ada@example.com"));
    expect(await over(password)).toEqual(await over("wrong"));
    await db.update(users).set({ deactivatedAt: null }).where(eq(users.email, "ada@example.com"));
  });

  it("is closed to one who left", async () => {
    const cookie = await cookieOfAda();
    await db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.email, "ada@example.com"));
    expect((await from({ cookie })).actor.kind).toBe("anonymous");
    expect(await attempt("ada@example.com", password, "192.0.2.41")).toEqual(await attempt("ada@example.com", "wrong", "192.0.2.42"));
    await settledRefusals();
    const reasonAt = async (address: string) => (await db.select({ detail: auditLog.detail }).from(auditLog).where(and(eq(auditLog.action, "person.sign-in"), eq(auditLog.address, address))))[0]?.detail;
    // The log tells them apart, and the answer does not: whoever guesses learns nothing by it.
    expect([await reasonAt("192.0.2.41"), await reasonAt("192.0.2.42")]).toMatchObject([{ reason: "deactivated", account: true }, { reason: "wrong", account: true }]);
    await db.update(users).set({ deactivatedAt: null }).where(eq(users.email, "ada@example.com"));
  });
});

describe("the door to better-auth", () => {
  const post = (path: string, body: object, headers: Record<string, string> = {}) => {
    const text = JSON.stringify(body);
    const sent = { host, origin, "content-type": "application/json", "content-length": String(text.length), ...headers };
    return authEndpoint(access.auth, new Request(`http://127.0.0.1:3000/api/auth${path}`, { method: "POST", headers: sent, body: text }), undefined);
  };

  it("takes no long body, nor one of unknown length", async () => {
    expect((await post("/sign-in/email", { email: "a".repeat(70_000) })).status).toBe(413);
    expect((await post("/sign-in/email", {}, { "content-length": "many" })).status).toBe(413);
  });

  it("is closed to signing up, by every way there is", async () => {
    expect((await post("/sign-up/email", { name: "Eve", email: "eve@example.com", password })).status).toBe(404);
    await expect(access.auth.api.signUpEmail({ body: { name: "Eve", email: "eve@example.com", password } })).rejects.toThrow("not enabled");
    expect(await db.select().from(accounts)).toHaveLength(1);
  });

  it("is closed to what we do not use", async () => {
    for (const path of ["/update-user", "/delete-user", "/change-email", "/sign-in/social", "/request-password-reset"]) expect((await post(path, {})).status).toBe(404);
  });

  it("signs out, and the cookie is worth nothing afterwards", async () => {
    const cookie = await cookieOfAda();
    expect((await from({ cookie })).actor.kind).toBe("person");
    expect((await post("/sign-out", {}, { cookie })).status).toBe(200);
    expect((await from({ cookie })).actor.kind).toBe("anonymous");
  });

  it("refuses a page of another site", async () => {
    const cookie = await cookieOfAda();
    expect((await post("/sign-out", {}, { cookie, origin: "https://evil.example" })).status).toBe(403);
    expect((await from({ cookie })).actor.kind).toBe("person");
  });
});

describe("the context of a request", () => {
  it("is a visitor's without a cookie or with a forged one", async () => {
    expect((await from({})).actor).toEqual({ kind: "anonymous" });
    const forged = (await cookieOfAda()).replace(/.{8}$/, "AAAAAAA%3D");
    expect((await from({ cookie: forged })).actor).toEqual({ kind: "anonymous" });
  });

  it("is a person's with a session, an administrator seeing all", async () => {
    const ctx = await from({ cookie: await cookieOfAda() });
    expect(ctx.actor).toMatchObject({ kind: "person", name: "Ada", role: "admin" });
    expect(ctx.scope.seesAll).toBe(true);
  });

  it("refuses a token that does not hold instead of taking the visitor's rights", async () => {
    await expect(from({ authorization: "Bearer im_unknown" })).rejects.toThrow(UnauthenticatedError);
    await expect(from({ authorization: "Basic YTpi" })).rejects.toThrow(UnauthenticatedError);
  });

  it("takes a token, whatever the origin: no browser sends one by itself", async () => {
    const { secret } = await createToken({ ctx: await addPerson(db), input: { name: "ci", scopes: ["read"] } });
    expect((await from({ authorization: `Bearer ${secret}`, origin: "https://ci.example" }, "POST")).actor).toMatchObject({ kind: "token", name: "ci" });
  });

  it("hands out no session's token, and records a change that another site wanted", async () => {
    const cookie = await cookieOfAda();
    for (const path of ["/get-session", "/list-sessions"]) {
      const answer = await authEndpoint(access.auth, new Request(`${origin}/api/auth${path}`, { headers: { host, cookie } }), undefined);
      expect(answer.status).toBe(200);
      const text = await answer.text();
      expect(text).toContain("userId");
      expect(text).not.toContain('"token"');
    }
    await expect(from({ cookie, "sec-fetch-site": "cross-site", origin: "https://evil.example" }, "POST")).rejects.toThrow(ForbiddenError);
    await settledRefusals();
    const entries = await access.db.select({ action: auditLog.action, outcome: auditLog.outcome }).from(auditLog);
    expect(entries).toContainEqual({ action: "origin.refused", outcome: "refused" });
  });

  it("counts a cookie for a change only from our own pages", async () => {
    const cookie = await cookieOfAda();
    expect((await from({ cookie, origin, "sec-fetch-site": "same-origin" }, "POST")).actor.kind).toBe("person");
    expect((await from({ cookie, origin }, "PUT")).actor.kind).toBe("person");
    for (const headers of [
      { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      { "sec-fetch-site": "same-site", origin: "http://localhost:4000" },
      { origin: "https://evil.example" },
      { origin: "null" },
      {},
    ] as Record<string, string>[]) {
      await expect(from({ cookie, ...headers }, "POST")).rejects.toThrow(ForbiddenError);
    }
  });

  it("lets a visitor read on this machine, but not under a name that another site may point here", async () => {
    expect((await from({})).scope).toMatchObject({ seesPublic: true, seesInternal: true, seesAll: false });
    expect((await from({ host: "127.0.0.1:3000" })).scope.seesInternal).toBe(true);
    expect((await from({ host: "rebound.evil.example:3000" })).scope).toMatchObject({ seesPublic: false, seesInternal: false });
  });

  it("carries the id it was given, or one of its own in place of a harmful one", async () => {
    expect((await from({ "x-request-id": "build-42" })).requestId).toBe("build-42");
    expect((await from({ "x-request-id": "a b" })).requestId).toMatch(/^[\da-f-]{36}$/);
  });
});

import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { tokens } from "#db/schema/people/tokens.ts";
import { ForbiddenError, NotFoundError, UnauthenticatedError, ValidationError } from "../../errors.ts";
import { addPerson, addTeam, contextOf, openTestDatabase } from "../testing.ts";
import { accountIdOf, isAdministrator } from "../actor.ts";
import { actorOfToken } from "./actor-of-token.ts";
import { createToken } from "./create-token.ts";
import { ensureAdminToken } from "./ensure-admin-token.ts";
import { listTokens } from "./list-tokens.ts";
import { revokeToken } from "./revoke-token.ts";

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => ({ db, close } = await openTestDatabase()));
afterAll(() => close());

describe("a token", () => {
  it("speaks for its maker and is stored only as a hash", async () => {
    const team = await addTeam(db, "checkout");
    const ctx = await addPerson(db, { teams: { [team]: "member" } });
    const { id, secret } = await createToken({ ctx, input: { name: "ci", scopes: ["publish"], teamId: team } });
    expect(secret).toMatch(/^im_[\w-]{43}$/);
    expect(JSON.stringify(await db.select().from(tokens).where(eq(tokens.id, id)))).not.toContain(secret.slice(10));
    expect(await actorOfToken(db, secret)).toEqual({
      kind: "token", id, name: "ci", scopes: ["publish"], teamId: team, interfaceId: null, makerId: accountIdOf(ctx.actor), shownAs: expect.not.stringMatching(/^ci$/), teams: [{ id: team, role: "member" }],
    });
  });

  it("is refused when unknown, expired or revoked, with the same answer", async () => {
    const ctx = await addPerson(db);
    const expired = await createToken({ ctx, input: { name: "old", scopes: ["read"], days: 1 }, now: new Date(Date.now() - 2 * 86_400_000) });
    const revoked = await createToken({ ctx, input: { name: "gone", scopes: ["read"] } });
    await revokeToken({ ctx, id: revoked.id });
    const answers = await Promise.all(["im_unknown", expired.secret, revoked.secret].map((secret) => actorOfToken(db, secret).catch((error: unknown) => error)));
    for (const answer of answers) expect(answer).toBeInstanceOf(UnauthenticatedError);
    expect(new Set(answers.map(String)).size).toBe(1);
  });

  it("loses what its maker loses", async () => {
    const team = await addTeam(db, "billing");
    const ctx = await addPerson(db, { role: "admin", teams: { [team]: "member" } });
    const maker = accountIdOf(ctx.actor)!;
    const all = await createToken({ ctx, input: { name: "all", scopes: ["admin"] } });
    const forTeam = await createToken({ ctx, input: { name: "team", scopes: ["publish"], teamId: team } });
    expect(isAdministrator(await actorOfToken(db, all.secret))).toBe(true);

    await db.update(users).set({ role: "member" }).where(eq(users.id, maker));
    expect(isAdministrator(await actorOfToken(db, all.secret))).toBe(false);
    await db.delete(memberships).where(eq(memberships.userId, maker));
    await expect(actorOfToken(db, forTeam.secret)).rejects.toThrow(UnauthenticatedError);
    await db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, maker));
    await expect(actorOfToken(db, all.secret)).rejects.toThrow(UnauthenticatedError);
  });

  it("notes its last use, at most once a minute", async () => {
    const ctx = await addPerson(db);
    const { id, secret } = await createToken({ ctx, input: { name: "used", scopes: ["read"] } });
    const lastUse = async () => (await db.select({ at: tokens.lastUsedAt }).from(tokens).where(eq(tokens.id, id)))[0]?.at;
    expect(await lastUse()).toBeNull();
    await actorOfToken(db, secret);
    const first = await lastUse();
    expect(first).toBeInstanceOf(Date);
    await actorOfToken(db, secret);
    expect(await lastUse()).toEqual(first);
  });
});

describe("making and ending tokens", () => {
  it("is for people who are signed in, within their own power", async () => {
    const team = await addTeam(db, "orders");
    const outsider = await addPerson(db);
    const visitor = contextOf(db, { kind: "anonymous" });
    const input = { name: "x", scopes: ["read" as const] };
    await expect(createToken({ ctx: visitor, input })).rejects.toThrow(UnauthenticatedError);
    await expect(createToken({ ctx: outsider, input: { ...input, scopes: ["admin"] } })).rejects.toThrow(ForbiddenError);
    await expect(createToken({ ctx: outsider, input: { ...input, teamId: team } })).rejects.toThrow(ForbiddenError);
    await expect(createToken({ ctx: outsider, input: { name: " ", scopes: [] } })).rejects.toThrow(ValidationError);
    await expect(listTokens({ ctx: visitor })).rejects.toThrow(UnauthenticatedError);
  });

  it("shows and ends one's own only; an administrator everyone's", async () => {
    const [maker, outsider, administrator] = [await addPerson(db), await addPerson(db), await addPerson(db, { role: "admin" })];
    const { id } = await createToken({ ctx: maker, input: { name: "mine", scopes: ["read"] } });
    expect((await listTokens({ ctx: maker })).map((token) => token.name)).toEqual(["mine"]);
    expect(await listTokens({ ctx: outsider })).toEqual([]);
    await expect(revokeToken({ ctx: outsider, id })).rejects.toThrow(NotFoundError);
    await revokeToken({ ctx: administrator, id });
    expect(await listTokens({ ctx: maker })).toEqual([]);
  });

  it("is not for tokens, so that a leaked one cannot outlive its revocation", async () => {
    const ctx = await addPerson(db);
    const { secret } = await createToken({ ctx, input: { name: "leaked", scopes: ["read", "publish"] } });
    const asToken = contextOf(db, await actorOfToken(db, secret));
    await expect(createToken({ ctx: asToken, input: { name: "child", scopes: ["read"] } })).rejects.toThrow(ForbiddenError);
  });
});

describe("the token of this machine", () => {
  it("is an administrator's, readable by its owner only, and kept while it holds", async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "intermesh-token-")), "state", "token");
    await ensureAdminToken(db, file);
    const first = (await readFile(file, "utf8")).trim();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(isAdministrator(await actorOfToken(db, first))).toBe(true);
    await ensureAdminToken(db, file);
    expect((await readFile(file, "utf8")).trim()).toBe(first);
  });

  it("replaces one that no longer holds, and ends it", async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "intermesh-token-")), "token");
    await ensureAdminToken(db, file);
    const first = (await readFile(file, "utf8")).trim();
    await writeFile(file, "im_something_else\n");
    await ensureAdminToken(db, file);
    await expect(actorOfToken(db, first)).rejects.toThrow(UnauthenticatedError);
    expect(isAdministrator(await actorOfToken(db, (await readFile(file, "utf8")).trim()))).toBe(true);
  });
});

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accounts, sessions, users } from "#db/schema/auth.ts";
import { auditLog } from "#db/schema/system/audit-log.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { addPerson } from "#lib/auth/testing.ts";
import { actorOfToken } from "#lib/auth/tokens/actor-of-token.ts";
import { createToken } from "#lib/auth/tokens/create-token.ts";
import { changeSettings } from "../admin/change-settings.ts";
import { listMembers } from "../teams/list-members.ts";
import { type Catalog, openCatalog } from "../testing.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { changePerson } from "./change-person.ts";
import { createPasswordLink } from "./create-password-link.ts";
import { findInvitation } from "./find-invitation.ts";
import { invitePerson } from "./invite-person.ts";
import { listInvitations } from "./list-invitations.ts";
import { listPeople } from "./list-people.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

let catalog: Catalog;
let team: Awaited<ReturnType<Catalog["team"]>>;
let admin: Ctx;
beforeAll(async () => {
  catalog = await openCatalog();
  team = await catalog.team("owners");
  admin = await addPerson(catalog.db, { role: "admin" });
});
afterAll(() => catalog.close());

const idOf = (ctx: Ctx) => (ctx.actor.kind === "person" ? ctx.actor.id : "");
const accept = (secret: string, name = "Grace", password = "correct horse battery") => acceptInvitation(catalog.db, { secret, name, password, requestId: "test" });

it("lets in whom a maintainer invites, once, as a member of that team", async () => {
  const { secret } = await invitePerson({ ctx: team.maintainer, input: { email: "Grace@Example.com", team: "owners" } });
  expect(await findInvitation(catalog.db, secret)).toMatchObject({ email: "grace@example.com", team: "owners", teamRole: "member", forKnownPerson: false });
  await expect(accept(secret, " ", "short")).rejects.toMatchObject({ status: 400, detail: { fields: { name: expect.any(String), password: expect.any(String) } } });
  expect(await accept(secret)).toEqual({ email: "grace@example.com" });
  expect(await findInvitation(catalog.db, secret)).toBeNull();
  await expect(accept(secret)).rejects.toMatchObject({ status: 403 });
  expect((await listMembers({ ctx: team.maintainer, input: { slug: "owners" } })).items).toContainEqual(expect.objectContaining({ email: "grace@example.com", role: "member", source: "person" }));
  expect(await catalog.db.select({ action: auditLog.action, name: auditLog.subjectName }).from(auditLog).where(eq(auditLog.subjectName, "grace@example.com"))).toEqual([
    { action: "person.invite", name: "grace@example.com" },
    { action: "person.join", name: "grace@example.com" },
  ]);
});

it("refuses to invite: a member, a maintainer of another team or without one, an administrator's role by anyone else, whoever has an account", async () => {
  const input = { email: "new@example.com", team: "owners" };
  const other = await catalog.team("others");
  for (const ctx of [team.member, other.maintainer, catalog.outsider]) await expect(invitePerson({ ctx, input })).rejects.toMatchObject({ status: 403 });
  await expect(invitePerson({ ctx: catalog.visitor, input })).rejects.toMatchObject({ status: 401 });
  await expect(invitePerson({ ctx: team.maintainer, input: { email: "new@example.com" } })).rejects.toMatchObject({ status: 403 });
  await expect(invitePerson({ ctx: team.maintainer, input: { ...input, role: "admin" } })).rejects.toMatchObject({ status: 403 });
  await expect(invitePerson({ ctx: admin, input: { email: "grace@example.com" } })).rejects.toMatchObject({ status: 409 });
  expect((await listInvitations({ ctx: admin })).items).toEqual([]);
});

it("ends a link that was taken back, replaced, or is over, and all of them where sign-up is closed", async () => {
  const invite = (email: string, now = new Date()) => invitePerson({ ctx: team.maintainer, input: { email, team: "owners" }, now });
  const first = await invite("linus@example.com");
  const second = await invite("linus@example.com");
  expect(await findInvitation(catalog.db, first.secret)).toBeNull();
  expect((await listInvitations({ ctx: team.maintainer, input: { team: "owners" } })).items.map(({ email }) => email)).toEqual(["linus@example.com"]);
  await expect(revokeInvitation({ ctx: catalog.outsider, input: { id: second.id } })).rejects.toMatchObject({ status: 404 });
  await revokeInvitation({ ctx: team.maintainer, input: { id: second.id } });
  await expect(accept(second.secret)).rejects.toMatchObject({ status: 403 });
  const old = await invite("linus@example.com", new Date(Date.now() - 8 * 86_400_000));
  await expect(accept(old.secret)).rejects.toMatchObject({ status: 403 });

  const open = await invite("linus@example.com");
  await changeSettings({ ctx: admin, input: { signUp: "closed" } });
  await expect(invite("other@example.com")).rejects.toMatchObject({ status: 403 });
  await expect(accept(open.secret)).rejects.toMatchObject({ status: 403 });
  await changeSettings({ ctx: admin, input: { signUp: "invitation" } });
  await accept(open.secret);
});

it("gives a known person another password, and ends every session of theirs", async () => {
  const [linus] = await catalog.db.select().from(users).where(eq(users.email, "linus@example.com"));
  const before = await catalog.db.select({ password: accounts.password }).from(accounts).where(eq(accounts.userId, linus!.id));
  await catalog.db.insert(sessions).values({ id: "s", token: "t", userId: linus!.id, expiresAt: new Date(Date.now() + 60_000) });
  await expect(createPasswordLink({ ctx: team.maintainer, input: { person: "linus@example.com" } })).rejects.toMatchObject({ status: 403 });
  const { secret } = await createPasswordLink({ ctx: admin, input: { person: "linus@example.com" } });
  await accept(secret, "", "another horse battery");
  expect(await catalog.db.select({ password: accounts.password }).from(accounts).where(eq(accounts.userId, linus!.id))).not.toEqual(before);
  expect(await catalog.db.select().from(sessions)).toEqual([]);
});

it("ends sessions, tokens and open invitations of one who leaves at once, and brings none of them back", async () => {
  const leaver = await addPerson(catalog.db, { teams: { [team.id]: "maintainer" } });
  const { secret } = await createToken({ ctx: leaver, input: { name: "ci", scopes: ["publish"] } });
  await catalog.db.insert(sessions).values({ id: "s", token: "t", userId: idOf(leaver), expiresAt: new Date(Date.now() + 60_000) });
  const invited = await invitePerson({ ctx: leaver, input: { email: "late@example.com", team: "owners" } });
  await expect(changePerson({ ctx: team.maintainer, input: { person: idOf(leaver), deactivated: true } })).rejects.toMatchObject({ status: 403 });
  await changePerson({ ctx: admin, input: { person: idOf(leaver), deactivated: true } });
  expect(await catalog.db.select().from(sessions)).toEqual([]);
  await expect(actorOfToken(catalog.db, secret)).rejects.toMatchObject({ status: 401 });
  await expect(accept(invited.secret)).rejects.toMatchObject({ status: 403 });
  expect((await listPeople({ ctx: admin })).items.map(({ id }) => id)).not.toContain(idOf(leaver));
  expect((await listPeople({ ctx: admin, input: { state: "deactivated" } })).items.map(({ id }) => id)).toEqual([idOf(leaver)]);
  expect((await listPeople({ ctx: team.member, input: { state: "all" } })).items.map(({ id }) => id)).not.toContain(idOf(leaver));
  await changePerson({ ctx: admin, input: { person: idOf(leaver), deactivated: false } });
  await expect(actorOfToken(catalog.db, secret)).rejects.toMatchObject({ status: 401 });
});

it("never leaves an installation without an administrator, even when two remove each other at once", async () => {
  await expect(changePerson({ ctx: admin, input: { person: idOf(admin), role: "member" } })).rejects.toMatchObject({ status: 409 });
  const second = await addPerson(catalog.db, { role: "admin" });
  const both = await Promise.allSettled([changePerson({ ctx: admin, input: { person: idOf(second), deactivated: true } }), changePerson({ ctx: second, input: { person: idOf(admin), role: "member" } })]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("lists people a page at a time, by a part of their name, with their teams; a visitor sees none", async () => {
  const all = await listPeople({ ctx: admin, input: { state: "all" } });
  const first = await listPeople({ ctx: admin, input: { state: "all", limit: 3 } });
  const rest = await listPeople({ ctx: admin, input: { state: "all", cursor: first.next ?? "" } });
  expect([...first.items, ...rest.items]).toEqual(all.items);
  expect((await listPeople({ ctx: team.maintainer, input: { q: "GRACE@" } })).items).toMatchObject([{ email: "grace@example.com", teams: [{ slug: "owners", role: "member" }], lastSignInAt: null, ways: [] }]);
  // Nor can they be guessed at.
  expect((await listPeople({ ctx: catalog.outsider, input: { q: "grace@" } })).items).toEqual([]);
  expect((await listPeople({ ctx: catalog.outsider })).items.filter(({ email }) => email !== null).map(({ id }) => id)).toEqual([idOf(catalog.outsider)]);
  await catalog.db.update(users).set({ lastSignInAt: null });
  await catalog.db.update(users).set({ lastSignInAt: new Date() }).where(eq(users.id, all.items[0]!.id));
  expect((await listPeople({ ctx: admin, input: { state: "all" } })).items.map(({ lastSignInAt }) => lastSignInAt !== null)).toEqual(all.items.map((_, index) => index === 0));
  expect((await listPeople({ ctx: admin, input: { q: "grace@" } })).items).toMatchObject([{ ways: ["credential"] }]);
  await expect(listPeople({ ctx: catalog.visitor })).rejects.toMatchObject({ status: 401 });
});

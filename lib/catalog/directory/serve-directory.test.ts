import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "#db/client.ts";
import { sessions, users } from "#db/schema/auth.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { teamGroups } from "#db/schema/people/team-groups.ts";
import { auditLog } from "#db/schema/system/audit-log.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { addPerson, addTeam } from "#lib/auth/testing.ts";
import { actorOfToken } from "#lib/auth/tokens/actor-of-token.ts";
import { createToken } from "#lib/auth/tokens/create-token.ts";
import { revokeToken } from "#lib/auth/tokens/revoke-token.ts";
import { changePerson } from "../people/change-person.ts";
import { openCatalog } from "../testing.ts";
import { serveDirectory } from "./serve-directory.ts";

// What Okta and Microsoft Entra send, over HTTP as they send it.

let db: Database;
let close: () => Promise<void>;
let admin: Ctx;
let server: Server;
let token: string;
let teamId: number;
beforeAll(async () => {
  ({ db, close } = await openCatalog());
  admin = await addPerson(db, { role: "admin" });
  teamId = await addTeam(db, "payments");
  await db.insert(teamGroups).values({ groupName: "Payments engineers", teamId, role: "member" });
  token = (await createToken({ ctx: admin, input: { name: "Okta", scopes: ["provision"], days: null } })).secret;
  server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const request = new Request(`http://localhost${incoming.url}`, { method: incoming.method ?? "GET", headers: incoming.headers as Record<string, string>, ...(body.length > 0 ? { body } : {}) });
    const answer = await serveDirectory(db, request, { secret: "a secret for tests", publicUrl: undefined });
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await close();
});

async function send(method: string, path: string, body?: unknown, bearer = token) {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/scim/v2${path}`, { method, headers: { authorization: `Bearer ${bearer}`, ...(body === undefined ? {} : { "content-type": "application/scim+json" }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.text();
  return { status: answer.status, type: answer.headers.get("content-type"), body: (text === "" ? {} : JSON.parse(text)) as Record<string, unknown> & { id: string; Resources: { id: string }[] } };
}

const User = "urn:ietf:params:scim:schemas:core:2.0:User";
const okta = (name: string) => ({ schemas: [User], userName: `${name}@acme.example`, name: { givenName: name, familyName: "Lovelace" }, emails: [{ primary: true, value: `${name}@acme.example`, type: "work" }], displayName: `${name} Lovelace`, locale: "en-US", externalId: `00u-${name}`, groups: [], active: true });
const patch = (...Operations: unknown[]) => ({ schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations });
const person = async (email: string) => (await db.select().from(users).where(eq(users.email, email)))[0];
const teamsOfPerson = async (userId: string) => (await db.select({ role: memberships.role, source: memberships.source }).from(memberships).where(and(eq(memberships.userId, userId), eq(memberships.teamId, teamId))));

it("answers what a directory asks when it is connected", async () => {
  expect(await send("GET", "/ServiceProviderConfig")).toMatchObject({ status: 200, type: expect.stringContaining("application/scim+json") });
  expect(await send("GET", '/Users?filter=userName%20eq%20%22nobody%40acme.example%22&startIndex=1&count=100')).toMatchObject({ status: 200, body: { totalResults: 0 } });
});

it("Okta: makes a person, changes the name, lets them leave and come back", async () => {
  const made = await send("POST", "/Users", okta("ada"));
  expect(made).toMatchObject({ status: 201, body: { userName: "ada@acme.example", active: true } });
  const ada = await person("ada@acme.example");
  expect(ada).toMatchObject({ name: "ada Lovelace", role: "member", emailVerified: true });
  expect(await send("POST", "/Users", okta("ada"))).toMatchObject({ status: 409 });

  expect(await send("PUT", `/Users/${made.body.id}`, { ...okta("ada"), displayName: "Ada King" })).toMatchObject({ status: 200 });
  expect(await person("ada@acme.example")).toMatchObject({ name: "Ada King" });

  const ctx: Ctx = { ...admin, actor: { kind: "person", id: ada?.id ?? "", name: "Ada", email: "ada@acme.example", role: "member", teams: [] } };
  await db.insert(sessions).values({ id: "s", token: "s", userId: ada?.id ?? "", expiresAt: new Date(Date.now() + 60_000) });
  const { secret } = await createToken({ ctx, input: { name: "ci", scopes: ["read"] } });
  expect(await send("PATCH", `/Users/${made.body.id}`, patch({ op: "replace", value: { active: false } }))).toMatchObject({ status: 200, body: { active: false } });
  expect((await person("ada@acme.example"))?.deactivatedAt).toBeInstanceOf(Date);
  expect(await db.select().from(sessions).where(eq(sessions.userId, ada?.id ?? ""))).toEqual([]);
  await expect(actorOfToken(db, secret)).rejects.toMatchObject({ status: 401 });

  expect(await send("PATCH", `/Users/${made.body.id}`, patch({ op: "replace", value: { active: true } }))).toMatchObject({ status: 200 });
  expect((await person("ada@acme.example"))?.deactivatedAt).toBeNull();
  const entries = await db.select({ action: auditLog.action, name: auditLog.subjectName, actor: auditLog.actorName }).from(auditLog).where(eq(auditLog.actorName, "Okta")).orderBy(auditLog.id);
  expect(entries).toEqual([
    { action: "directory.user-create", name: "ada@acme.example", actor: "Okta" },
    { action: "directory.user-change", name: "ada@acme.example", actor: "Okta" },
    { action: "person.deactivate", name: "ada@acme.example", actor: "Okta" },
    { action: "directory.user-change", name: "ada@acme.example", actor: "Okta" },
    { action: "person.reactivate", name: "ada@acme.example", actor: "Okta" },
    { action: "directory.user-change", name: "ada@acme.example", actor: "Okta" },
  ]);
});

it("Entra: finds an account that is there already, and its words for false", async () => {
  await db.insert(users).values({ id: "grace", name: "Grace", email: "grace@acme.example", emailVerified: true });
  const made = await send("POST", "/Users", { schemas: [User, "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"], externalId: "grace", userName: "grace@acme.example", active: true, displayName: "Grace Hopper", emails: [{ primary: true, type: "work", value: "Grace@acme.example" }], meta: { resourceType: "User" }, name: { formatted: "Grace Hopper", familyName: "Hopper", givenName: "Grace" } });
  expect(made).toMatchObject({ status: 201 });
  expect(await person("grace@acme.example")).toMatchObject({ id: "grace", name: "Grace Hopper" });
  expect(await send("PATCH", `/Users/${made.body.id}`, patch({ op: "Replace", path: "active", value: "False" }))).toMatchObject({ status: 200, body: { active: false } });
  expect((await person("grace@acme.example"))?.deactivatedAt).toBeInstanceOf(Date);
  expect(await send("DELETE", `/Users/${made.body.id}`)).toMatchObject({ status: 204 });
  expect((await person("grace@acme.example"))?.deactivatedAt).toBeInstanceOf(Date);
});

it("groups give and take membership of the teams they lead to", async () => {
  const { Resources } = (await send("GET", '/Users?filter=userName%20eq%20%22ada%40acme.example%22')).body;
  const ada = await person("ada@acme.example");
  const id = Resources[0]?.id ?? "";
  const group = await send("POST", "/Groups", { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group", "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"], externalId: "8aa1a0c0", displayName: "Payments engineers", meta: { resourceType: "Group" } });
  expect(group).toMatchObject({ status: 201 });
  expect(await send("PATCH", `/Groups/${group.body.id}`, patch({ op: "Add", path: "members", value: [{ value: id }] }))).toMatchObject({ status: expect.toSatisfy((status: number) => status === 200 || status === 204) });
  expect(await teamsOfPerson(ada?.id ?? "")).toEqual([{ role: "member", source: "group" }]);
  await send("PATCH", `/Users/${id}`, patch({ op: "replace", value: { active: false } }));
  await send("PATCH", `/Users/${id}`, patch({ op: "replace", value: { active: true } }));
  expect(await teamsOfPerson(ada?.id ?? "")).toEqual([{ role: "member", source: "group" }]);
  await send("PATCH", `/Groups/${group.body.id}`, patch({ op: "remove", path: `members[value eq "${id}"]` }));
  expect(await teamsOfPerson(ada?.id ?? "")).toEqual([]);
});

it("whom an administrator let leave, the directory does not bring back; the last administrator it does not let leave", async () => {
  const made = await send("POST", "/Users", okta("mary"));
  await changePerson({ ctx: admin, input: { person: "mary@acme.example", deactivated: true } });
  expect(await send("PATCH", `/Users/${made.body.id}`, patch({ op: "replace", path: "displayName", value: "Mary S" }))).toMatchObject({ status: 200 });
  expect((await person("mary@acme.example"))?.deactivatedAt).toBeInstanceOf(Date);

  const email = admin.actor.kind === "person" ? admin.actor.email : "";
  const last = await send("POST", "/Users", { ...okta("root"), userName: email, emails: [{ primary: true, value: email }] });
  expect(last).toMatchObject({ status: 201 });
  expect(await send("PATCH", `/Users/${last.body.id}`, patch({ op: "replace", value: { active: false } }))).toMatchObject({ status: 409, body: { detail: expect.stringContaining("Nobody would be left") } });
  expect((await person(email))?.deactivatedAt).toBeNull();
});

it("takes a directory's token and nothing else, and that token opens nothing else", async () => {
  const member = await addPerson(db);
  await expect(createToken({ ctx: member, input: { name: "x", scopes: ["provision"] } })).rejects.toMatchObject({ status: 403 });
  await expect(createToken({ ctx: admin, input: { name: "x", scopes: ["provision", "admin"] } })).rejects.toMatchObject({ status: 400 });
  const all = await createToken({ ctx: admin, input: { name: "x", scopes: ["admin"] } });
  expect(await send("GET", "/Users", undefined, all.secret)).toMatchObject({ status: 403 });
  expect(await send("POST", "/Users", okta("eve"), "im_guess")).toMatchObject({ status: 401, body: { schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"] } });
  const ended = await createToken({ ctx: admin, input: { name: "Old", scopes: ["provision"] } });
  expect(await send("GET", "/Users", undefined, ended.secret)).toMatchObject({ status: 200 });
  await revokeToken({ ctx: admin, id: ended.id });
  expect(await send("GET", "/Users", undefined, ended.secret)).toMatchObject({ status: 401 });
  expect(await person("eve@acme.example")).toBeUndefined();
});

it("says what it does not do, and keeps to it: bulk is refused in words and changes nothing, sorting is left aside", async () => {
  const { body } = await send("GET", "/ServiceProviderConfig");
  expect(body).toMatchObject({ patch: { supported: true }, bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 }, filter: { supported: true, maxResults: 100 }, sort: { supported: false }, etag: { supported: false }, changePassword: { supported: false } });
  const entries = async () => (await db.select({ id: auditLog.id }).from(auditLog)).length;
  const before = await entries();
  const bulk = await send("POST", "/Bulk", { schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], Operations: [{ method: "POST", path: "/Users", bulkId: "1", data: okta("bulky") }] });
  expect(bulk).toMatchObject({ status: 501, type: "application/scim+json", body: { schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: "501", detail: expect.stringContaining("one request for each") } });
  expect([await person("bulky@acme.example"), await entries()]).toEqual([undefined, before]);

  // RFC 7644, section 3.4.2.3: sorting is optional; who asks for it gets the list as it is.
  const [first, second] = [await send("POST", "/Users", okta("zoe")), await send("POST", "/Users", okta("abel"))];
  const listed = async (query: string) => (await send("GET", `/Users?count=500${query}`)).body.Resources.map(({ id }) => id);
  const plain = await listed("");
  expect(plain).toEqual(expect.arrayContaining([first.body.id, second.body.id]));
  expect(await listed("&sortBy=userName&sortOrder=ascending")).toEqual(plain);
  expect(await listed("&sortBy=userName&sortOrder=descending")).toEqual(plain);
  for (const { body: made } of [first, second]) await send("DELETE", `/Users/${made.id}`);
});

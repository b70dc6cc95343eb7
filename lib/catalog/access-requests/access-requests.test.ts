import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { changeApproval } from "../access/change-approval.ts";
import { declareUse, withdrawUse } from "../dependencies/declare-use.ts";
import { listConsumers } from "../dependencies/list-consumers.ts";
import { getInterface } from "../interfaces/get-interface.ts";
import { listInbox } from "../inbox/list-inbox.ts";
import { putManifest } from "../manifests/put-manifest.ts";
import { workOffMigrations } from "../migrations/testing.ts";
import { type Catalog, openapi, openCatalog } from "../testing.ts";
import { answerRequest } from "./answer-request.ts";
import { expireRequests } from "./expire-requests.ts";
import { findStanding } from "./find-standing.ts";
import { getRequest, listRequests } from "./list-requests.ts";
import { requestAccess } from "./request-access.ts";

let catalog: Catalog;
let owners: Awaited<ReturnType<Catalog["team"]>>;
let askers: Awaited<ReturnType<Catalog["team"]>>;
beforeAll(async () => {
  catalog = await openCatalog();
  owners = await catalog.team("owners");
  askers = await catalog.team("askers");
});
beforeEach(async () => {
  await catalog.db.execute(sql`truncate interfaces, services, channels, brokers, dependencies, blobs, batches, news cascade`);
  await catalog.db.execute(sql`delete from pgboss.job`);
  await catalog.publish(openapi({ title: "Rates", paths: ["/rates", "/quotes"] }), { interface: "rates", owner: "owners" });
  await catalog.publish(openapi({ title: "Vault" }), { interface: "vault", owner: "owners", visibility: "listed" });
  await catalog.db.insert(services).values({ slug: "shop", title: "Shop", ownerTeamId: askers.id });
  await changeApproval({ ctx: owners.maintainer, input: { slug: "rates", required: true, note: "Get a key at the desk." } });
});
afterAll(() => catalog.close());

const ask = (more = {}, ctx: Ctx = askers.member) => requestAccess({ ctx, input: { slug: "rates", team: "askers", service: "shop", operations: ["GET /rates"], purpose: "to show prices", ...more } });
const answer = (id: number, what: "approved" | "declined" | "withdrawn" | "message", words?: string, ctx: Ctx = owners.maintainer) => answerRequest({ ctx, input: { id, answer: what, words } });
const inboxOf = async (ctx: Ctx) => {
  await workOffMigrations(catalog.db);
  return (await listInbox({ ctx })).items.map(({ title }) => title);
};

it("is asked, approved and then a declared use, which the team can take back; both sides are told", async () => {
  await expect(declareUse({ ctx: askers.member, input: { slug: "rates", service: "shop" } })).rejects.toMatchObject({ status: 409, detail: { ask: "/interfaces/rates/access" } });
  const { id } = await ask();
  expect(await inboxOf(owners.member)).toEqual(["askers asks for access to Rates"]);
  expect((await listRequests({ ctx: owners.member })).items).toMatchObject([{ id, interface: { slug: "rates" }, team: { slug: "askers" }, service: { slug: "shop" }, state: "open" }]);
  expect((await getRequest({ ctx: askers.member, input: { id } })).note).toBeNull();
  await answer(id, "approved", "Welcome.");
  expect(await inboxOf(askers.member)).toEqual(["Rates: your request was approved"]);
  expect(await getRequest({ ctx: askers.member, input: { id } })).toMatchObject({ state: "approved", words: "Welcome.", note: "Get a key at the desk." });
  const { items } = await listConsumers({ ctx: owners.member, input: { slug: "rates" } });
  expect(items).toMatchObject([{ service: { slug: "shop" }, operationKey: "GET /rates", reason: "to show prices", evidence: [{ kind: "declared", sentence: expect.stringContaining("approved: to show prices") }] }]);
  await declareUse({ ctx: askers.member, input: { slug: "rates", service: "shop", operation: "GET /quotes" } });
  await withdrawUse({ ctx: askers.member, input: { id: items[0]?.id ?? 0 } });
  expect((await listConsumers({ ctx: owners.member, input: { slug: "rates" } })).items.map(({ operationKey }) => operationKey)).toEqual(["GET /quotes"]);
});

it("lets a team read a listed interface once it is approved, and not before; what it wrote blindly is resolved then", async () => {
  const { id } = await ask({ slug: "vault", operations: ["GET /orders", "GET /made-up"] });
  await expect(getInterface({ ctx: askers.member, input: { slug: "vault" } })).rejects.toMatchObject({ status: 404 });
  await answer(id, "approved");
  expect((await getInterface({ ctx: askers.member, input: { slug: "vault" } })).title).toBe("Vault");
  expect((await listConsumers({ ctx: askers.member, input: { slug: "vault" } })).items.map(({ operationKey }) => operationKey)).toEqual(["GET /orders"]);
  await expect(ask({ slug: "vault", service: null })).rejects.toMatchObject({ status: 409, message: expect.stringContaining("needs no approval") });
});

it("holds a short talk before the answer: each side hears the other, and a third neither sees nor finds it", async () => {
  const { id } = await ask({ slug: "vault" });
  await answer(id, "message", "How many calls a day?", owners.member);
  expect(await inboxOf(askers.member)).toEqual(["A question about your request for access"]);
  await answer(id, "message", "A hundred.", askers.member);
  expect((await getRequest({ ctx: askers.maintainer, input: { id } })).messages.map(({ side, text }) => `${side}: ${text}`)).toEqual(["owner: How many calls a day?", "requester: A hundred."]);
  expect(await inboxOf(owners.maintainer)).toContain(`${(askers.member.actor as { name: string }).name} replied about access to Vault`);
  await expect(getRequest({ ctx: catalog.outsider, input: { id } })).rejects.toMatchObject({ status: 404 });
  await expect(answer(id, "message", "me too", catalog.outsider)).rejects.toMatchObject({ status: 404 });
  expect((await listRequests({ ctx: catalog.outsider, input: { box: "asked" } })).items).toEqual([]);
});

it("tells nobody else: who follows the interface hears of no request", async () => {
  const follower = catalog.outsider;
  const [row] = await catalog.db.select({ id: interfaces.id }).from(interfaces).where(eq(interfaces.slug, "rates"));
  await catalog.db.insert(subscriptions).values({ userId: accountIdOf(follower.actor), subject: "interface", subjectId: row?.id ?? 0, events: ["ownership", "lifecycle", "comment"], channels: [{ kind: "inbox" }] });
  const { id } = await ask();
  await answer(id, "declined", "Not this year.");
  expect(await inboxOf(follower)).toEqual([]);
});

it("never names in news what the team may not read: hidden between the event and its delivery, the name goes to nobody", async () => {
  const { id } = await ask({ slug: "vault" });
  await answer(id, "declined", "Vault is closed.");
  await catalog.db.update(interfaces).set({ visibility: "private" }).where(eq(interfaces.slug, "vault"));
  expect(await inboxOf(askers.member)).toEqual(["Your request for access was declined"]);
  expect((await listRequests({ ctx: askers.member, input: { box: "closed" } })).items).toMatchObject([{ id, interface: null }]);
  expect(JSON.stringify((await listInbox({ ctx: askers.member })).items)).not.toContain("Vault");
});

it("answers once: of two at the same moment one holds, a repeated request is the same, withdrawn and expired ones can be asked again", async () => {
  const { id } = await ask();
  expect(await ask()).toEqual({ id, created: false });
  const both = await Promise.allSettled([answer(id, "approved"), answer(id, "declined", "no")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { status: 409 } });
  const again = await ask({ operations: [] });
  expect(again).toMatchObject({ created: true });
  await answer(again.id, "withdrawn", undefined, askers.member);
  const third = await ask();
  expect(await expireRequests(catalog.db, { now: new Date(Date.now() + 61 * 86_400_000) })).toBe(1);
  await expect(answer(third.id, "approved")).rejects.toMatchObject({ status: 409, message: expect.stringContaining("expired already") });
  expect((await findStanding({ ctx: askers.member, input: { slug: "rates" } })).requests.map(({ state }) => state).slice(0, 2)).toEqual(["expired", "withdrawn"]);
});

it("lets only who may ask and answer: members for their own team and services, maintainers of the owner", async () => {
  await expect(ask({}, catalog.visitor)).rejects.toMatchObject({ status: 401 });
  await expect(ask({}, owners.member)).rejects.toMatchObject({ status: 403 });
  await expect(ask({ slug: "nowhere" })).rejects.toMatchObject({ status: 404 });
  await expect(ask({ service: "elsewhere" })).rejects.toMatchObject({ detail: { fields: { service: expect.any(String) } } });
  await expect(ask({ service: null })).rejects.toMatchObject({ status: 400 });
  await expect(ask({ operations: ["GET /nothing"] })).rejects.toMatchObject({ status: 400 });
  await catalog.db.update(interfaces).set({ visibility: "private" }).where(eq(interfaces.slug, "vault"));
  await expect(ask({ slug: "vault" })).rejects.toMatchObject({ status: 404 });
  const { id } = await ask();
  await expect(answer(id, "approved", undefined, owners.member)).rejects.toMatchObject({ status: 403 });
  await expect(answer(id, "approved", undefined, askers.maintainer)).rejects.toMatchObject({ status: 403 });
  await expect(answer(id, "withdrawn", undefined, owners.maintainer)).rejects.toMatchObject({ status: 403 });
  await expect(answer(id, "declined")).rejects.toMatchObject({ status: 400 });
});

it("keeps a use that a manifest states without leave, since it is a fact, and says what is missing", async () => {
  const put = async () => (await putManifest({ ctx: catalog.admin, input: { service: "shop", bytes: new TextEncoder().encode("service: shop\nconsumes: [{ interface: rates }]\n") } })).diagnostics;
  expect(await put()).toMatchObject([{ code: "use-not-approved", severity: "warning", help: "Ask at /interfaces/rates/access." }]);
  const { id } = await ask();
  await answer(id, "approved");
  expect(await put()).toEqual([]);
});

it("keeps no secrets in the note", async () => {
  for (const note of ["password: hunter2222", "AKIAABCDEFGHIJKLMNOP", "-----BEGIN PRIVATE KEY-----"]) {
    await expect(changeApproval({ ctx: owners.maintainer, input: { slug: "rates", required: true, note } })).rejects.toMatchObject({ detail: { fields: { note: expect.stringContaining("not the credentials themselves") } } });
  }
  await expect(changeApproval({ ctx: owners.member, input: { slug: "rates", required: false } })).rejects.toMatchObject({ status: 403 });
});

it("keeps no secret in what is asked, answered or said, and names the field", async () => {
  const refused = (field: string) => ({ status: 400, detail: { fields: { [field]: expect.stringContaining("not the credentials themselves") } } });
  await expect(ask({ purpose: "password: hunter22" })).rejects.toMatchObject(refused("purpose"));
  const { id } = await ask();
  await expect(answer(id, "message", "Use sk_live_abcdefghijklmnop1234")).rejects.toMatchObject(refused("words"));
  await expect(answer(id, "approved", "api_key=abcdef123456")).rejects.toMatchObject(refused("words"));
  expect(await getRequest({ ctx: askers.member, input: { id } })).toMatchObject({ state: "open", messages: [] });
  await answer(id, "approved", "The password is to be had at the desk.");
});

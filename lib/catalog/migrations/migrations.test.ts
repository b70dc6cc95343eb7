import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { grants } from "#db/schema/catalog/grants.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { deliveries, deliveryNews } from "#db/schema/notify/deliveries.ts";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { news } from "#db/schema/notify/news.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { auditLog } from "#db/schema/system/audit-log.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { noteOutcomes } from "#lib/notify/note-outcomes.ts";
import { listInbox } from "../inbox/list-inbox.ts";
import { changeLifecycle } from "../lifecycle/change-lifecycle.ts";
import { deprecateOperation } from "../lifecycle/deprecate-operation.ts";
import { getLifecycle } from "../lifecycle/get-lifecycle.ts";
import { declareUse } from "../dependencies/declare-use.ts";
import { putManifest } from "../manifests/put-manifest.ts";
import { retireInterface } from "../interfaces/retire-interface.ts";
import { type Catalog, openapi, openCatalog } from "../testing.ts";
import { answerMigration } from "./answer-migration.ts";
import { burndown } from "./burndown.ts";
import { getMigration } from "./get-migration.ts";
import { listMigrations } from "./list-migrations.ts";
import { workOffMigrations } from "./testing.ts";
import { dueReminder, watchDates } from "./watch-dates.ts";

let catalog: Catalog;
let owners: Awaited<ReturnType<Catalog["team"]>>;
let users: Awaited<ReturnType<Catalog["team"]>>;
beforeAll(async () => {
  catalog = await openCatalog();
  owners = await catalog.team("owners");
  users = await catalog.team("users");
});
beforeEach(async () => {
  await catalog.db.execute(sql`truncate interfaces, services, channels, brokers, dependencies, blobs, batches, news cascade`);
  await catalog.db.execute(sql`delete from pgboss.job`);
  await catalog.publish(openapi({ title: "Old", paths: ["/orders", "/old"] }), { interface: "old", owner: "owners" });
  await catalog.publish(openapi({ title: "New" }), { interface: "newer", owner: "owners" });
});
afterAll(() => catalog.close());

const manifest = async (service: string, consumes: string, owner = "users") => {
  await putManifest({ ctx: catalog.admin, input: { service, bytes: new TextEncoder().encode(`service: ${service}\nowner: ${owner}\nconsumes: ${consumes}\n`) } });
  await workOffMigrations(catalog.db);
};
const names = (operation?: string) => `[{ interface: old${operation ? `, uses: [{ operation: ${operation} }]` : ""} }]`;
const deprecate = async (more = {}) => {
  const { migrationId } = await changeLifecycle({ ctx: owners.maintainer, input: { slug: "old", lifecycle: "deprecated", ...more } });
  return migrationId ?? 0;
};
const statesOf = async (id: number, ctx: Ctx = catalog.admin) => Object.fromEntries((await getMigration({ ctx, input: { id } })).consumers.map(({ slug, state }) => [slug, state]));
const inboxOf = async (ctx: Ctx) => (await listInbox({ ctx })).items.map(({ title }) => title);

it("opens a migration with every known consumer, told once the news lies in their team's inbox", async () => {
  await manifest("billing", names());
  const id = await deprecate({ sunset: "2099-05-01", successor: "newer", guide: "Use New." });
  expect(await statesOf(id)).toEqual({ billing: "untold" });
  await workOffMigrations(catalog.db);
  expect(await inboxOf(users.member)).toEqual(["Old is deprecated and ends on 1 May 2099"]);
  expect(await statesOf(id)).toEqual({ billing: "told" });
  expect(await getMigration({ ctx: users.member, input: { id } })).toMatchObject({ slug: "old", left: 1, total: 1, successor: { slug: "newer" }, guide: "Use New.", consumers: [{ mayAcknowledge: true }], may: { manage: false } });
});

it("counts as told also whom an address of the team reached, once it did, though nobody of it has the news in the inbox", async () => {
  const chatty = await catalog.team("chatty");
  await catalog.db.delete(memberships).where(eq(memberships.teamId, chatty.id));
  await manifest("bot", names(), "chatty");
  const id = await deprecate();
  await workOffMigrations(catalog.db);
  const [opening] = await catalog.db.select({ id: news.id }).from(news);
  const [address] = await catalog.db.insert(endpoints).values({ teamId: chatty.id, kind: "slack", name: "#chatty", url: "https://chat.example/x", secret: "" }).returning({ id: endpoints.id });
  const [delivery] = await catalog.db.insert(deliveries).values({ key: "to chatty", channel: "endpoint", endpointId: address?.id ?? null, state: "sending" }).returning();
  if (!delivery) throw new Error("no delivery");
  await catalog.db.insert(deliveryNews).values({ deliveryId: delivery.id, newsId: opening?.id ?? 0, why: { sentence: "You follow it.", subscriptionId: null } });
  await workOffMigrations(catalog.db);
  expect(await statesOf(id)).toEqual({ bot: "untold" });

  await noteOutcomes(catalog.db, [{ delivery, outcome: { ok: true, status: 200, answer: "ok" }, request: {} }]);
  await workOffMigrations(catalog.db);
  expect(await statesOf(id)).toEqual({ bot: "told" });
});

it("goes from told to acknowledged by a click of the consumer's team, to moved by its manifest, and back when that names the old again", async () => {
  await manifest("billing", names());
  const id = await deprecate();
  await workOffMigrations(catalog.db);
  const [consumer] = (await getMigration({ ctx: users.member, input: { id } })).consumers;
  const acknowledge = (ctx: Ctx) => answerMigration({ ctx, input: { id, consumer: consumer?.id ?? 0, answer: "acknowledged", words: "In spring." } });
  await expect(acknowledge(catalog.outsider)).rejects.toMatchObject({ status: 403 });
  await expect(acknowledge(owners.maintainer)).rejects.toMatchObject({ status: 403 });
  await acknowledge(users.member);
  expect(await statesOf(id)).toEqual({ billing: "acknowledged" });
  await manifest("billing", "[]");
  expect(await statesOf(id)).toEqual({ billing: "moved" });
  await manifest("billing", names());
  expect(await statesOf(id)).toEqual({ billing: "acknowledged" });
  await workOffMigrations(catalog.db);
  expect(await inboxOf(owners.member)).toContain("Billing is going to leave Old");
  expect((await getMigration({ ctx: catalog.admin, input: { id } })).history.map(({ fromState, toState }) => `${fromState}>${toState}`)).toEqual(["moved>acknowledged", "acknowledged>moved", "told>acknowledged", "untold>told", "null>untold"]);
});

it("lets new consumers join, tells their team alone, and warns whoever declares what is on its way out", async () => {
  const id = await deprecate({ sunset: "2099-05-01", successor: "newer" });
  await workOffMigrations(catalog.db);
  const answer = await putManifest({ ctx: catalog.admin, input: { service: "late", bytes: new TextEncoder().encode(`service: late\nowner: users\nconsumes: ${names()}\n`) } });
  expect(answer.diagnostics).toMatchObject([{ code: "use-of-deprecated", severity: "warning", message: "Old is deprecated and ends on 1 May 2099. Use New instead.", line: 3 }]);
  await workOffMigrations(catalog.db);
  expect(await statesOf(id)).toEqual({ late: "told" });
  expect(await inboxOf(users.member)).toEqual(["Old is deprecated and ends on 1 May 2099, and something of yours uses it now"]);
  expect((await declareUse({ ctx: users.member, input: { slug: "old", service: "late" } })).warnings).toEqual(["Old is deprecated and ends on 1 May 2099. Use New instead."]);
});

it("refuses to retire while somebody is not done, unless a reason is given, which stays on record; a waiver needs one as well", async () => {
  await manifest("billing", names());
  await expect(retireInterface({ ctx: owners.maintainer, input: { slug: "old", retired: true } })).rejects.toMatchObject({ status: 409, message: expect.stringContaining("Deprecate it first") });
  const id = await deprecate();
  const retire = (reason?: string) => changeLifecycle({ ctx: owners.maintainer, input: { slug: "old", lifecycle: "retired", reason } });
  await expect(retire()).rejects.toMatchObject({ status: 409, detail: { left: 1 } });
  const consumer = (await getMigration({ ctx: catalog.admin, input: { id } })).consumers[0]?.id ?? 0;
  const waive = (ctx: Ctx, words: string) => answerMigration({ ctx, input: { id, consumer, answer: "waived", words } });
  await expect(waive(owners.maintainer, "")).rejects.toMatchObject({ status: 409 });
  await expect(waive(owners.member, "It is switched off.")).rejects.toMatchObject({ status: 403 });
  await waive(owners.maintainer, "It is switched off.");
  await answerMigration({ ctx: owners.maintainer, input: { id, consumer, answer: "unwaived" } });
  await expect(retire()).rejects.toMatchObject({ status: 409 });
  await retire("The contract with its supplier has ended.");
  expect(await getMigration({ ctx: users.member, input: { id } })).toMatchObject({ state: "retired", closeReason: "The contract with its supplier has ended.", left: 1 });
  const [entry] = await catalog.db.select({ detail: auditLog.detail }).from(auditLog).where(eq(auditLog.action, "interface.lifecycle")).orderBy(sql`id desc`).limit(1);
  expect(entry?.detail).toMatchObject({ to: "retired", reason: "The contract with its supplier has ended." });
  expect(await catalog.db.select({ at: interfaces.retiredAt }).from(interfaces).where(eq(interfaces.slug, "old"))).toEqual([{ at: expect.any(Date) }]);
  await workOffMigrations(catalog.db);
  expect(await inboxOf(users.member)).toContain("Old is retired");
});

it("retires once everyone has moved, and is warned of from then on", async () => {
  await manifest("billing", names());
  const id = await deprecate({ successor: "newer" });
  await manifest("billing", "[{ interface: newer }]");
  expect(await statesOf(id)).toEqual({ billing: "moved" });
  await changeLifecycle({ ctx: owners.maintainer, input: { slug: "old", lifecycle: "retired" } });
  expect(await getLifecycle({ ctx: users.member, input: { slug: "old" } })).toMatchObject({ lifecycle: "retired", ending: { state: "retired", successor: { slug: "newer" } }, next: ["stable", "deprecated"] });
  expect((await declareUse({ ctx: catalog.admin, input: { slug: "old", service: "billing" } })).warnings).toEqual(["Old is retired. Use New instead."]);
});

it("closes when the deprecation is taken back, and says so to whoever was told", async () => {
  await manifest("billing", names());
  const id = await deprecate();
  await changeLifecycle({ ctx: owners.maintainer, input: { slug: "old", lifecycle: "stable" } });
  expect((await getMigration({ ctx: users.member, input: { id } })).state).toBe("withdrawn");
  await workOffMigrations(catalog.db);
  expect(await inboxOf(users.member)).toContain("Old is no longer deprecated");
  expect((await listMigrations({ ctx: users.member })).items).toEqual([]);
});

it("refuses what may not follow, a sunset before the deprecation, a successor that is not there, and everyone but maintainers", async () => {
  const change = (ctx: Ctx, input: object) => changeLifecycle({ ctx, input: { slug: "old", lifecycle: "deprecated", ...input } });
  for (const [ctx, status] of [[catalog.visitor, 401], [catalog.outsider, 403], [owners.member, 403]] as const) await expect(change(ctx, {})).rejects.toMatchObject({ status });
  await expect(change(owners.maintainer, { lifecycle: "alpha" })).rejects.toMatchObject({ status: 409, message: "What is stable cannot become alpha. It may become deprecated, retired." });
  await expect(change(owners.maintainer, { deprecatedAt: "2030-01-02", sunset: "2030-01-01" })).rejects.toMatchObject({ status: 400, detail: { fields: { sunset: expect.stringContaining("RFC 9745") } } });
  await expect(change(owners.maintainer, { sunset: "soon" })).rejects.toMatchObject({ name: "ZodError" });
  await expect(change(owners.maintainer, { successor: "nowhere" })).rejects.toMatchObject({ detail: { fields: { successor: 'There is no interface "nowhere".' } } });
  await expect(change(owners.maintainer, { successor: "old" })).rejects.toMatchObject({ status: 400 });
  expect(await catalog.count("migrations")).toBe(0);
});

it("shows the headers that a service should send, as their specifications write them", async () => {
  const id = await deprecate({ deprecatedAt: "2026-01-01", sunset: "2027-01-01", successor: "newer" });
  const { ending } = await getLifecycle({ ctx: catalog.visitor, input: { slug: "old" } });
  expect(ending?.headers).toEqual([
    { name: "Deprecation", value: "@1767225600" },
    { name: "Sunset", value: "Fri, 01 Jan 2027 00:00:00 GMT" },
    { name: "Link", value: `<http://localhost:3000/migrations/${id}>; rel="deprecation"; type="text/html"` },
    { name: "Link", value: `<http://localhost:3000/migrations/${id}>; rel="sunset"; type="text/html"` },
    { name: "Link", value: '<http://localhost:3000/interfaces/newer>; rel="successor-version"' },
  ]);
});

it("follows the document: an operation marked deprecated opens a migration for those who use it, and ends with the mark or the operation", async () => {
  await manifest("billing", names("GET /old"));
  await manifest("shop", names("GET /orders"));
  const document = (operation: string) => `openapi: 3.1.0\ninfo: { title: Old, version: "2" }\npaths:\n  /orders:\n    get: { responses: { "200": { description: fine } } }\n${operation}`;
  const marked = document(`  /old:\n    get: { deprecated: true, x-deprecated-at: "2026-02-01", x-sunset: "2099-03-01", responses: { "200": { description: fine } } }\n`);
  await catalog.publish(marked, { interface: "old" });
  await workOffMigrations(catalog.db);
  const [open] = (await listMigrations({ ctx: users.member })).items;
  expect(open).toMatchObject({ operationKey: "GET /old", display: "GET /old", deprecatedAt: new Date("2026-02-01"), sunsetAt: new Date("2099-03-01"), total: 1, left: 1 });
  expect(await statesOf(open?.id ?? 0)).toEqual({ billing: "told" });
  await expect(deprecateOperation({ ctx: owners.maintainer, input: { slug: "old", operation: "GET /old", stage: "kept" } })).rejects.toMatchObject({ status: 400 });
  await catalog.publish(document(`  /old:\n    get: { responses: { "200": { description: fine } } }\n`), { interface: "old" });
  await workOffMigrations(catalog.db);
  expect((await getMigration({ ctx: users.member, input: { id: open?.id ?? 0 } })).state).toBe("withdrawn");
  await catalog.publish(marked.replace('"2"', '"3"'), { interface: "old" });
  await workOffMigrations(catalog.db);
  const [again] = (await listMigrations({ ctx: users.member })).items;
  await manifest("billing", "[]");
  await catalog.publish(document("").replace('"2"', '"4"'), { interface: "old" });
  await workOffMigrations(catalog.db);
  expect(await getMigration({ ctx: users.member, input: { id: again?.id ?? 0 } })).toMatchObject({ state: "retired", isThere: false, left: 0 });
});

it("follows what a document says of itself, and not a document that says the same as before", async () => {
  const document = (version: string, members: string) => `openapi: 3.1.0\ninfo: { title: Old, version: "${version}"${members} }\npaths: {}\n`;
  const stage = async () => (await getLifecycle({ ctx: catalog.admin, input: { slug: "fresh" } })).lifecycle;
  await catalog.publish(document("1", ", x-lifecycle: beta"), { interface: "fresh", owner: "owners" });
  expect(await stage()).toBe("beta");
  await changeLifecycle({ ctx: owners.maintainer, input: { slug: "fresh", lifecycle: "stable" } });
  await catalog.publish(document("2", ", x-lifecycle: beta"), { interface: "fresh" });
  expect(await stage()).toBe("stable");
  await catalog.publish(document("3", ', x-lifecycle: deprecated, x-sunset: "2099-01-01", x-successor: newer'), { interface: "fresh" });
  expect(await getLifecycle({ ctx: catalog.admin, input: { slug: "fresh" } })).toMatchObject({ lifecycle: "deprecated", ending: { sunsetAt: new Date("2099-01-01"), successor: { slug: "newer" } } });
});

it("counts consumers that the owner may not see and names none of them; news goes to nobody whose access has ended", async () => {
  await manifest("billing", names());
  await manifest("secret", names());
  await catalog.db.update(services).set({ visibility: "private" }).where(eq(services.slug, "secret"));
  await catalog.db.update(interfaces).set({ visibility: "private" }).where(eq(interfaces.slug, "old"));
  const id = await deprecate();
  await workOffMigrations(catalog.db);
  expect(await inboxOf(users.member)).toEqual([]);
  expect(await statesOf(id)).toEqual({ billing: "untold", secret: "untold" });
  await catalog.db.insert(grants).select(sql`select i.id, ${users.id}::bigint, now() from interfaces i where i.slug = 'old'` as never);
  const seen = await getMigration({ ctx: owners.maintainer, input: { id } });
  expect(seen).toMatchObject({ total: 2, left: 2, unseen: { total: 1, done: 0 }, consumers: [{ slug: "billing" }] });
  expect(JSON.stringify(seen)).not.toContain("secret");
  await expect(getMigration({ ctx: catalog.outsider, input: { id } })).rejects.toMatchObject({ status: 404 });
  expect((await listMigrations({ ctx: catalog.outsider })).items).toEqual([]);
  const hidden = (await getMigration({ ctx: users.member, input: { id } })).consumers.find(({ slug }) => slug === "secret")?.id ?? 0;
  await expect(answerMigration({ ctx: owners.maintainer, input: { id, consumer: hidden, answer: "waived", words: "for a test" } })).rejects.toMatchObject({ status: 404 });
});

it("names no operation that not everyone sees, neither in lists nor in news", async () => {
  const text = `openapi: 3.1.0\ninfo: { title: Old, version: "2" }\npaths:\n  /orders:\n    get: { responses: { "200": { description: fine } } }\n  /inner:\n    get: { x-internal: true, responses: { "200": { description: fine } } }\n`;
  await catalog.publish(text, { interface: "old" });
  const { migrationId: id } = await deprecateOperation({ ctx: owners.maintainer, input: { slug: "old", operation: "GET /inner" } });
  expect((await listMigrations({ ctx: users.member })).items).toHaveLength(1);
  expect((await listMigrations({ ctx: catalog.visitor })).items).toEqual([]);
  await expect(getMigration({ ctx: catalog.visitor, input: { id } })).rejects.toMatchObject({ status: 404 });
  expect(await catalog.db.select({ title: news.title, key: news.operationKey }).from(news).where(eq(news.kind, "lifecycle"))).toEqual([{ title: "An operation of Old is deprecated", key: null }]);
});

it("counts a use of the interface of which nobody said more as one that may be meant, until it says what it uses", async () => {
  await manifest("billing", names());
  const { migrationId: id } = await deprecateOperation({ ctx: owners.maintainer, input: { slug: "old", operation: "GET /old" } });
  expect((await getMigration({ ctx: users.member, input: { id } })).consumers).toMatchObject([{ slug: "billing", vague: true, state: "untold" }]);
  await manifest("billing", names("GET /orders"));
  expect(await statesOf(id)).toEqual({ billing: "moved" });
});

it("takes a use that only telemetry knows for moved once it was silent for 30 days, and back when it is seen again", async () => {
  await manifest("billing", names());
  await catalog.db.execute(sql`update evidence set kind = 'observed', source = 'traces'`);
  const id = await deprecate();
  const seen = async (days: number) => {
    await catalog.db.execute(sql`update evidence set last_seen_at = now() - make_interval(days => ${days})`);
    await watchDates(catalog.db);
    return statesOf(id);
  };
  expect(await seen(29)).toEqual({ billing: "untold" });
  expect(await seen(31)).toEqual({ billing: "moved" });
  expect((await seen(0))["billing"]).not.toBe("moved");
});

it("ends one line and leaves the others as they are, also one that is published later", async () => {
  const line = (name: string, version: string) => catalog.publish(openapi({ title: "Lined", version }), { interface: "lined", line: name, owner: "owners" });
  await line("v1", "1");
  await line("v2", "2");
  const stageOf = async (name: string) => (await getLifecycle({ ctx: catalog.admin, input: { slug: "lined", line: name } })).lifecycle;
  await changeLifecycle({ ctx: owners.maintainer, input: { slug: "lined", line: "v2", lifecycle: "deprecated", successor: "newer" } });
  expect([await stageOf("v1"), await stageOf("v2")]).toEqual(["stable", "deprecated"]);
  await line("v3", "3");
  expect(await stageOf("v3")).toBe("stable");
  await changeLifecycle({ ctx: owners.maintainer, input: { slug: "lined", line: "v2", lifecycle: "retired" } });
  expect(await catalog.db.select({ lifecycle: interfaces.lifecycle, retiredAt: interfaces.retiredAt }).from(interfaces).where(eq(interfaces.slug, "lined"))).toEqual([{ lifecycle: "stable", retiredAt: null }]);
});

it("reminds those who are not done 90, 30, 7 and 1 days before the end, once each, and the owner of how many are left", async () => {
  await manifest("billing", names());
  const id = await deprecate({ sunset: "2099-05-01" });
  await workOffMigrations(catalog.db);
  const titles = async (now: string) => {
    await catalog.db.execute(sql`delete from news`);
    for (let again = 0; again < 2; again++) await watchDates(catalog.db, { now: new Date(now) });
    return (await catalog.db.select({ title: news.title }).from(news).orderBy(news.id)).map(({ title }) => title);
  };
  expect(await titles("2098-12-01T10:00:00Z")).toEqual([]);
  expect(await titles("2099-01-31T10:00:00Z")).toEqual(["Old ends in 90 days, on 1 May 2099, and something of yours still uses it", "Old ends in 90 days, on 1 May 2099: 1 of 1 has not moved"]);
  expect(await titles("2099-04-30T23:00:00Z")).toEqual(["Old ends tomorrow, on 1 May 2099, and something of yours still uses it", "Old ends tomorrow, on 1 May 2099: 1 of 1 has not moved"]);
  await manifest("billing", "[]");
  expect(await titles("2099-05-01T00:30:00Z")).toEqual(["Old ends today: everyone has moved"]);
  expect(dueReminder({ sunsetAt: new Date("2099-05-01"), openedAt: new Date("2099-03-01") }, new Date("2099-03-05"))).toBeNull();
  expect(id).toBeGreaterThan(0);
});

it("draws how many were left on each day from the recorded changes, up and down", () => {
  const at = (day: number, hour = 12) => new Date(Date.UTC(2027, 0, day, hour));
  const events = [
    { consumerId: 1, toState: "untold" as const, at: at(1) }, { consumerId: 2, toState: "told" as const, at: at(1) },
    { consumerId: 1, toState: "moved" as const, at: at(3) }, { consumerId: 3, toState: "untold" as const, at: at(3) },
    { consumerId: 2, toState: "waived" as const, at: at(4) }, { consumerId: 1, toState: "told" as const, at: at(5) }, { consumerId: null, toState: null, at: at(5) },
  ];
  expect(burndown(events, { from: at(1), until: at(5) }).map(({ left, total }) => `${left}/${total}`)).toEqual(["2/2", "2/2", "2/3", "1/3", "2/3"]);
});

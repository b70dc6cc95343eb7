import { eq, sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { users } from "#db/schema/auth.ts";
import { grants } from "#db/schema/catalog/grants.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { versions } from "#db/schema/document/versions.ts";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { addPerson } from "#lib/auth/testing.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { createEndpoint } from "#lib/catalog/endpoints/create-endpoint.ts";
import { listDeliveries } from "#lib/catalog/endpoints/list-deliveries.ts";
import { sendAgain } from "#lib/catalog/endpoints/send-again.ts";
import { countUnread, listInbox } from "#lib/catalog/inbox/list-inbox.ts";
import { changeAddressed, muteAddressed } from "#lib/catalog/subscriptions/change-addressed.ts";
import { nameOfLink } from "#lib/catalog/subscriptions/name-of-link.ts";
import { endSubscription, endSubscriptionByLink } from "#lib/catalog/subscriptions/end-subscription.ts";
import { muteSubscription } from "#lib/catalog/subscriptions/mute-subscription.ts";
import { subscribe } from "#lib/catalog/subscriptions/subscribe.ts";
import { type Catalog, openapi, openCatalog } from "#lib/catalog/testing.ts";
import { closeMail } from "./mail/send-mail.ts";
import { recordNews, type NewsInput } from "./record-news.ts";
import { startMailServer } from "#scripts/testing/mail-server.ts";
import { addComparison, startReceiver, workOff } from "./testing.ts";

let catalog: Catalog;
let mail: Awaited<ReturnType<typeof startMailServer>>;
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  mail = await startMailServer((to) => (to.startsWith("gone") ? 550 : null));
  catalog = await openCatalog({ SMTP_URL: mail.url, MAIL_FROM: "Intermesh <intermesh@example.com>", NOTIFY_INTERNAL: "1" });
});
afterAll(async () => {
  closeMail();
  await mail.close();
  await catalog.close();
});
let serial = 0;
let slug = "";
let subject: Awaited<ReturnType<Catalog["publish"]>>;
beforeEach(async () => {
  mail.mails.length = 0;
  await catalog.db.execute(sql`delete from pgboss.job where name in ('fan-out', 'deliver')`);
  slug = `told-${++serial}`;
  subject = await catalog.publish(openapi({ title: `Told ${serial}`, paths: ["/a", "/b"] }), { interface: slug });
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Tells of something about the interface of this test, and works off what follows. */
async function tell(news: Partial<NewsInput> = {}, by: Ctx = catalog.admin) {
  await catalog.db.transaction((tx) => recordNews(tx, by, { key: `test ${crypto.randomUUID()}`, kind: "version", interfaceId: subject.interface.id, title: `Told ${serial} has a new version`, path: `/interfaces/${slug}`, ...news }));
}
async function tellAndWork(news: Partial<NewsInput> = {}, by?: Ctx) {
  await tell(news, by);
  await workOff(catalog.db);
}
async function receiver(answer?: Parameters<typeof startReceiver>[0]) {
  const made = await startReceiver(answer);
  closing.push(made.close);
  return made;
}
const inboxOf = async (ctx: Ctx) => (await listInbox({ ctx })).items;

it("tells a follower in the inbox, by e-mail and by a signed webhook, once for each, however often it is worked off", async () => {
  const ctx = await addPerson(catalog.db);
  const hook = await receiver();
  const { id, secret } = await createEndpoint({ ctx, input: { kind: "webhook", name: "CI", url: hook.url } });
  await subscribe({ ctx, input: { subject: "interface", slug, events: ["version"], channels: [{ kind: "inbox" }, { kind: "email" }, { kind: "endpoint", endpointId: id }] } });
  const comparisonId = await addComparison(catalog.db, subject.version.id, [{ level: "breaking", operation: "GET /a", message: "The answer lost <b>sku</b>." }]);
  await tellAndWork({ key: "one happening", comparisonId });
  await tellAndWork({ key: "one happening", comparisonId });

  expect(await inboxOf(ctx)).toMatchObject([{ title: `Told ${serial} has a new version`, why: { sentence: `You follow Told ${serial}.` } }]);
  expect(await countUnread({ ctx })).toBe(1);
  expect(mail.mails).toHaveLength(1);
  const raw = mail.mails[0]?.raw.replaceAll("=\r\n", "") ?? "";
  expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(raw).toContain("The answer lost &lt;b&gt;sku&lt;/b&gt;.");
  expect(hook.received).toHaveLength(1);
  const [{ headers, body }] = hook.received as [(typeof hook.received)[number]];
  expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({ data: { items: [{ changes: [{ level: "breaking", operation: "GET /a" }] }] } });
  expect((await listDeliveries({ ctx, input: { endpointId: id } })).items).toMatchObject([{ state: "delivered", status: 204, attempts: 1 }]);
});

it("tells whoever asks for what breaks them of just that, and of the unknown only when asked", async () => {
  const { id: teamId, member } = await catalog.team(`buyers-${serial}`);
  const [service] = await catalog.db.insert(services).values({ slug: `billing-${serial}`, title: "Billing", ownerTeamId: teamId }).returning();
  const careful = await addPerson(catalog.db, { teams: { [teamId]: "member" } });
  await subscribe({ ctx: member, input: { subject: "interface", slug, events: ["breaks-me"] } });
  await subscribe({ ctx: careful, input: { subject: "interface", slug, events: ["breaks-me", "unknown"] } });
  const consumer = { serviceId: service?.id ?? 0 };
  const found = Array.from({ length: 20 }, (_, index) => ({ level: "breaking" as const, operation: index === 7 ? "GET /a" : "GET /b", message: `Change ${index}` }));
  for (const verdict of ["unaffected", "unknown"] as const) await tellAndWork({ comparisonId: await addComparison(catalog.db, subject.version.id, found, [{ consumer, verdict }]) });
  expect(await inboxOf(member)).toEqual([]);
  expect(await inboxOf(careful)).toMatchObject([{ why: { impact: { verdict: "unknown", consumers: ["Billing"] } } }]);
  await tellAndWork({ comparisonId: await addComparison(catalog.db, subject.version.id, found, [{ consumer, verdict: "broken", ordinals: [7] }]) });
  expect(await inboxOf(member)).toMatchObject([{ why: { sentence: "It breaks Billing, which your team owns.", impact: { verdict: "broken" } }, changes: [{ operation: "GET /a", sentence: "Change 7" }] }]);
});

it("tells a follower of one operation only of what changes that operation", async () => {
  const ctx = await addPerson(catalog.db);
  await subscribe({ ctx, input: { subject: "operation", slug, key: "GET /a", events: ["breaking", "lifecycle"] } });
  await tellAndWork({ comparisonId: await addComparison(catalog.db, subject.version.id, [{ level: "breaking", operation: "GET /b", message: "b" }, { level: "info", operation: "GET /a", message: "a" }]) });
  await tellAndWork({ kind: "lifecycle", operationKey: "GET /b" });
  expect(await inboxOf(ctx)).toEqual([]);
  await tellAndWork({ kind: "lifecycle", operationKey: "GET /a", title: "GET /a is deprecated" });
  await tellAndWork({ comparisonId: await addComparison(catalog.db, subject.version.id, [{ level: "breaking", operation: "GET /a", message: "a" }]) });
  expect(await inboxOf(ctx)).toHaveLength(2);
});

it("reaches no one who may not see it, also when access was withdrawn between event and delivery", async () => {
  const granted = await catalog.team(`granted-${serial}`);
  const owner = await catalog.team(`owner-${serial}`);
  const hook = await receiver();
  await catalog.db.update(interfaces).set({ visibility: "private", ownerTeamId: owner.id }).where(eq(interfaces.id, subject.interface.id));
  await catalog.db.insert(grants).values({ interfaceId: subject.interface.id, teamId: granted.id });
  const { id } = await createEndpoint({ ctx: granted.member, input: { kind: "webhook", name: "x", url: hook.url, team: granted.slug } });
  for (const team of [undefined, granted.slug]) await subscribe({ ctx: granted.member, input: { subject: "interface", slug, team, events: ["version"], channels: [{ kind: "inbox" }, { kind: "email" }, ...(team ? [{ kind: "endpoint" as const, endpointId: id }] : [])] } });
  await tell();
  // Settled while it could be seen, delivered afterwards.
  await workOff(catalog.db, { only: "fan-out" });
  expect(await countUnread({ ctx: granted.member })).toBe(1);
  await catalog.db.delete(grants).where(eq(grants.teamId, granted.id));
  await workOff(catalog.db);
  await tellAndWork();
  expect({ mails: mail.mails.length, hooks: hook.received.length, inbox: await inboxOf(granted.member), unread: await countUnread({ ctx: granted.member }) }).toEqual({ mails: 0, hooks: 0, inbox: [], unread: 0 });
  expect((await listDeliveries({ ctx: granted.member, input: {} })).items).toMatchObject([{ state: "withdrawn", titles: [] }]);
});

it("tells neither the one who did it nor a person who was deactivated", async () => {
  const [did, left] = [await addPerson(catalog.db), await addPerson(catalog.db)];
  for (const ctx of [did, left]) await subscribe({ ctx, input: { subject: "interface", slug, events: ["version"], channels: [{ kind: "inbox" }, { kind: "email" }] } });
  await catalog.db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, accountIdOf(left.actor) ?? ""));
  await tellAndWork({}, did);
  expect([await inboxOf(did), await inboxOf(left), mail.mails]).toEqual([[], [], []]);
});

it("says nothing for a subscription that was muted or ended, by hand or by the link in an e-mail", async () => {
  const ctx = await addPerson(catalog.db);
  const input = { subject: "interface" as const, slug, events: ["version" as const], channels: [{ kind: "email" as const }] };
  const { id } = await subscribe({ ctx, input });
  await muteSubscription({ ctx, input: { id, days: 3 } });
  await tellAndWork();
  expect(mail.mails).toEqual([]);
  await muteSubscription({ ctx, input: { id, days: 0 } });
  await tellAndWork();
  const link = /unsubscribe\/([\w.-]+)>/.exec(mail.mails[0]?.raw.replaceAll("=\r\n", "") ?? "")?.[1] ?? "";
  await expect(endSubscriptionByLink({ ctx: catalog.visitor, input: { link: link.replace(/^\d+/, String(id + 1)) } })).rejects.toThrow(/There is no subscription/);
  await endSubscriptionByLink({ ctx: catalog.visitor, input: { link } });
  await endSubscriptionByLink({ ctx: catalog.visitor, input: { link } });
  await tellAndWork();
  expect(mail.mails).toHaveLength(1);
  const again = await subscribe({ ctx, input });
  await tell();
  await endSubscription({ ctx, input: again });
  await workOff(catalog.db);
  expect(mail.mails).toHaveLength(1);
});

it("tries again what failed, under the same key, gives up in the end, and sends again when asked", async () => {
  const ctx = await addPerson(catalog.db);
  let status = 500;
  const hook = await receiver(() => status);
  const { id } = await createEndpoint({ ctx, input: { kind: "webhook", name: "CI", url: hook.url } });
  await subscribe({ ctx, input: { subject: "interface", slug, events: ["version"], channels: [{ kind: "endpoint", endpointId: id }] } });
  await tell();
  await workOff(catalog.db, { only: "fan-out" });
  for (let attempt = 0; attempt < 9; attempt++) {
    await catalog.db.update(endpoints).set({ pausedUntil: null });
    await workOff(catalog.db, { most: 1 });
  }
  const [given] = (await listDeliveries({ ctx, input: { endpointId: id } })).items;
  expect(given).toMatchObject({ state: "failed", attempts: 8, status: 500, answer: "", problem: "It answered 500." });
  expect(new Set(hook.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  status = 200;
  await sendAgain({ ctx, input: { deliveryId: given?.id ?? 0 } });
  await workOff(catalog.db);
  expect((await listDeliveries({ ctx, input: { endpointId: id } })).items).toMatchObject([{ state: "delivered" }]);
  expect(new Set(hook.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

it("tells those whose address it is that a message to it was given up: once, until something arrives there again", async () => {
  const answers: number[] = [];
  const hook = await receiver(() => answers.shift() ?? 410);
  const team = await catalog.team(`ops-${serial}`);
  const { id } = await createEndpoint({ ctx: team.maintainer, input: { kind: "webhook", name: "Ops", url: hook.url, team: team.slug } });
  await subscribe({ ctx: team.maintainer, input: { subject: "interface", slug, team: team.slug, events: ["version"], channels: [{ kind: "endpoint", endpointId: id }] } });
  const told = async (ctx: Ctx) => (await listInbox({ ctx, input: { kind: "endpoint" } })).items.map(({ title, path }) => ({ title, path }));
  for (let happening = 0; happening < 2; happening++) await tellAndWork();
  const failing = { title: "“Ops” is not told any more: a message to it was given up", path: `/settings/notifications/endpoints/${id}?state=failed` };
  expect([await told(team.member), await told(team.maintainer), await told(catalog.outsider)]).toEqual([[failing], [failing], []]);

  answers.push(204);
  await tellAndWork();
  await tellAndWork();
  expect(await told(team.member)).toEqual([failing, failing]);
});

it("leaves an endpoint alone for a while after failures in a row, and counts no attempt meanwhile", async () => {
  const ctx = await addPerson(catalog.db);
  const hook = await receiver(() => 500);
  const { id } = await createEndpoint({ ctx, input: { kind: "webhook", name: "CI", url: hook.url } });
  await subscribe({ ctx, input: { subject: "interface", slug, events: ["version"], channels: [{ kind: "endpoint", endpointId: id }] } });
  for (let count = 0; count < 10; count++) await tell();
  await workOff(catalog.db, { only: "fan-out" });
  await workOff(catalog.db, { most: 20 });
  expect(hook.received.length).toBe(2);
});

it("gathers a day's news in one e-mail", async () => {
  const ctx = await addPerson(catalog.db);
  await subscribe({ ctx, input: { subject: "interface", slug, events: ["version"], channels: [{ kind: "email" }], frequency: "daily" } });
  for (const title of ["first", "second", "third"]) await tell({ title });
  await workOff(catalog.db, { only: "fan-out" });
  expect(await catalog.db.execute(sql`select 1 from pgboss.job where name = 'deliver' and start_after > now()`)).toMatchObject({ rowCount: 1 });
  await workOff(catalog.db);
  expect(mail.mails).toHaveLength(1);
  for (const title of ["first", "second", "third"]) expect(mail.mails[0]?.raw).toContain(title);
});

it("gives up at once on an address that the mail server refuses for good", async () => {
  const ctx = await addPerson(catalog.db);
  await catalog.db.update(users).set({ email: `gone-${serial}@example.com` }).where(eq(users.id, accountIdOf(ctx.actor) ?? ""));
  await subscribe({ ctx, input: { subject: "interface", slug, events: ["version"], channels: [{ kind: "email" }] } });
  await tellAndWork();
  expect((await listDeliveries({ ctx, input: {} })).items).toMatchObject([{ state: "failed", attempts: 1, status: 550 }]);
});

it("ends in one click the e-mails of news addressed to one, and leaves the inbox and other kinds", async () => {
  const ctx = await addPerson(catalog.db);
  const toUsers = [accountIdOf(ctx.actor) ?? ""];
  await tellAndWork({ kind: "comment", toUsers });
  const raw = mail.mails[0]?.raw.replaceAll("=\r\n", "") ?? "";
  expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  const link = /\/api\/v1\/unsubscribe\/([\w.-]+)/.exec(raw.replaceAll("\r\n ", ""))?.[1] ?? "";
  expect(await nameOfLink({ ctx: catalog.visitor, input: { link } })).toMatchObject({ isTopic: true, name: "Questions about what my teams own, and mentions" });
  // One that is settled already does not leave any more.
  await tell({ kind: "comment", toUsers });
  await workOff(catalog.db, { only: "fan-out" });
  await endSubscriptionByLink({ ctx: catalog.visitor, input: { link } });
  await expect(endSubscriptionByLink({ ctx: catalog.visitor, input: { link: `${link.slice(0, -2)}xx` } })).rejects.toMatchObject({ status: 404 });
  await workOff(catalog.db);
  await tellAndWork({ kind: "comment", toUsers });
  expect(mail.mails).toHaveLength(1);
  expect(await inboxOf(ctx)).toHaveLength(3);
  await tellAndWork({ kind: "access", toUsers });
  expect(mail.mails).toHaveLength(2);
  await changeAddressed({ ctx, input: { topic: "questions", email: "at-once" } });
  await tellAndWork({ kind: "comment", toUsers });
  expect(mail.mails).toHaveLength(3);
});

it("mutes addressed news of one interface and kind from its item, and takes that back", async () => {
  const ctx = await addPerson(catalog.db);
  const toUsers = [accountIdOf(ctx.actor) ?? ""];
  await tellAndWork({ kind: "comment", toUsers });
  const [item] = await inboxOf(ctx);
  expect(item).toMatchObject({ addressed: { topic: "questions", mutedUntil: null } });
  await expect(muteAddressed({ ctx: await addPerson(catalog.db), input: { itemId: item?.id ?? 0, days: 30 } })).rejects.toMatchObject({ status: 404 });
  await muteAddressed({ ctx, input: { itemId: item?.id ?? 0, days: 30 } });
  await tellAndWork({ kind: "comment", toUsers });
  expect({ items: (await inboxOf(ctx)).length, mails: mail.mails.length }).toEqual({ items: 1, mails: 1 });
  await tellAndWork({ kind: "access", toUsers });
  await muteAddressed({ ctx, input: { itemId: item?.id ?? 0, days: 0 } });
  await tellAndWork({ kind: "comment", toUsers });
  expect({ items: (await inboxOf(ctx)).length, mails: mail.mails.length }).toEqual({ items: 3, mails: 3 });
});

it("says every reason why one is told, and marks a mail whose impact is unknown", async () => {
  const { id: teamId, member } = await catalog.team(`reasons-${serial}`);
  await subscribe({ ctx: member, input: { subject: "interface", slug, events: ["comment"] } });
  await tellAndWork({ kind: "comment", toUsers: [accountIdOf(member.actor) ?? ""] });
  expect(await inboxOf(member)).toMatchObject([{ why: { sentence: "It is addressed to you.", also: [`You follow Told ${serial}.`] } }]);
  mail.mails.length = 0;
  const [service] = await catalog.db.insert(services).values({ slug: `unsure-${serial}`, title: "Unsure", ownerTeamId: teamId }).returning();
  await subscribe({ ctx: member, input: { subject: "interface", slug, events: ["breaks-me", "unknown"], channels: [{ kind: "email" }] } });
  await tellAndWork({ comparisonId: await addComparison(catalog.db, subject.version.id, [{ level: "breaking", operation: "GET /a", message: "a" }], [{ consumer: { serviceId: service?.id ?? 0 }, verdict: "unknown" }]) });
  expect(mail.mails[0]?.raw).toContain("Subject: Impact unknown: ");
});

it("says the reason given for a breaking version, without Markdown's signs, and who published it", async () => {
  const ctx = await addPerson(catalog.db);
  const hook = await receiver();
  const { id } = await createEndpoint({ ctx, input: { kind: "teams", name: "x", url: hook.url } });
  await subscribe({ ctx, input: { subject: "interface", slug, events: ["version"], channels: [{ kind: "email" }, { kind: "endpoint", endpointId: id }] } });
  await catalog.db.update(versions).set({ reason: "The **old** one [lied](javascript:alert(1)) about `sku`." }).where(eq(versions.id, subject.version.id));
  await tellAndWork({ actorName: "Ada", comparisonId: await addComparison(catalog.db, subject.version.id, [{ level: "breaking", operation: "GET /a", message: "The answer lost `sku`." }]) });
  const raw = mail.mails[0]?.raw.replaceAll("=\r\n", "") ?? "";
  expect(raw).toContain("The reason given: The old one lied about sku.");
  expect(raw).toContain("The answer lost sku.");
  expect(raw).toContain("Ada");
  expect(hook.received[0]?.body).toContain("The reason given: The old one lied about sku.");
});

it("names the person or the team behind a token, never the token", async () => {
  const token: Ctx["actor"] = { kind: "token", id: 1, name: "laptop secret", scopes: ["publish"], teamId: null, interfaceId: null, makerId: null, shownAs: "Ada", teams: [] };
  const person = await addPerson(catalog.db);
  await tellAndWork({ kind: "comment", toUsers: [accountIdOf(person.actor) ?? ""] }, { ...catalog.admin, actor: token });
  expect(await inboxOf(person)).toMatchObject([{ actorName: "Ada" }]);
});

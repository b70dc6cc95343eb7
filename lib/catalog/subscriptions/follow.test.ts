import { eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { users } from "#db/schema/auth.ts";
import { grants } from "#db/schema/catalog/grants.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { createFeedToken } from "#lib/auth/feed-tokens/create-feed-token.ts";
import { personOfFeedToken } from "#lib/auth/feed-tokens/person-of-feed-token.ts";
import { revokeFeedToken } from "#lib/auth/feed-tokens/revoke-feed-token.ts";
import { scopeOf } from "#lib/auth/scope.ts";
import { addPerson } from "#lib/auth/testing.ts";
import { compareVersion } from "#lib/catalog/comparisons/compare/compare-version.ts";
import { runDerivations } from "#lib/catalog/dependencies/testing.ts";
import { closeMail } from "#lib/notify/mail/send-mail.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { startReceiver, workOff } from "#lib/notify/testing.ts";
import { startMailServer } from "#scripts/testing/mail-server.ts";
import { createEndpoint } from "../endpoints/create-endpoint.ts";
import { rotateSecret } from "../endpoints/rotate-secret.ts";
import { atomFeed } from "../feeds/atom-feed.ts";
import { getFeed } from "../feeds/get-feed.ts";
import { countUnread, listInbox } from "../inbox/list-inbox.ts";
import { markItems } from "../inbox/mark-items.ts";
import { publishSpec } from "../publish/publish-spec.ts";
import { deleteSavedSearch } from "../saved-searches/delete-saved-search.ts";
import { saveSearch } from "../saved-searches/save-search.ts";
import { asyncapi, type Catalog, openapi, openCatalog, partsOf } from "../testing.ts";
import { endSubscription, endSubscriptionByLink } from "./end-subscription.ts";
import { listSubscriptions } from "./list-subscriptions.ts";
import { muteSubscription } from "./mute-subscription.ts";
import { subscribe } from "./subscribe.ts";

let catalog: Catalog;
let mail: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  mail = await startMailServer();
  catalog = await openCatalog({ SMTP_URL: mail.url, MAIL_FROM: "Intermesh <intermesh@example.com>", NOTIFY_INTERNAL: "1" });
});
afterAll(async () => {
  closeMail();
  await mail.close();
  await catalog.close();
});
beforeEach(() => void (mail.mails.length = 0));

async function publish(text: string, slug: string, team?: string) {
  const published = await catalog.publish(text, { interface: slug, ...(team ? { owner: team } : {}) });
  await settle(published.version.id);
  return published;
}
/** What the worker does after a publish. */
async function settle(...versionIds: number[]) {
  await runDerivations(catalog.db);
  for (const versionId of versionIds) await compareVersion(catalog.db, { versionId });
  await workOff(catalog.db);
}
const titlesOf = async (ctx: Ctx) => (await listInbox({ ctx })).items.map(({ interfaceTitle }) => interfaceTitle);
const whysOf = async (ctx: Ctx) => (await listInbox({ ctx })).items.map(({ why }) => why.sentence);

it("tells whoever follows a saved search of what it finds anew, as its owner may see it, until it is forgotten", async () => {
  const hidden = await catalog.team("search-owners");
  const ctx = await addPerson(catalog.db);
  const saved = await saveSearch({ ctx, input: { name: "Refunds", place: "search", query: "q=refunds" } });
  await subscribe({ ctx, input: { subject: "search", key: String(saved.id), events: ["version"] } });
  await expect(subscribe({ ctx: catalog.outsider, input: { subject: "search", key: String(saved.id) } })).rejects.toMatchObject({ status: 404 });
  await publish(openapi({ title: "Searched", paths: ["/refunds"] }), "searched");
  await publish(openapi({ title: "Other", paths: ["/parcels"] }), "other-thing");
  const secret = await catalog.publish(openapi({ title: "Hidden refunds", paths: ["/refunds"] }), { interface: "hidden-refunds", owner: hidden.slug });
  await catalog.db.update(interfaces).set({ visibility: "private" }).where(eq(interfaces.id, secret.interface.id));
  await settle(secret.version.id);
  expect(await titlesOf(ctx)).toEqual(["Searched"]);
  expect(await whysOf(ctx)).toEqual(["You follow the search “Refunds”."]);
  await deleteSavedSearch({ ctx, input: { id: saved.id } });
  expect(await listSubscriptions({ ctx })).toEqual([]);
});

it("tells followers of a team, a service, a tag and a message of what happens there and nowhere else", async () => {
  const team = await catalog.team("ledger");
  const [ofTeam, ofService, ofTag, ofMessage] = [await addPerson(catalog.db), await addPerson(catalog.db), await addPerson(catalog.db), await addPerson(catalog.db)];
  const tagged = (path: string) => openapi({ title: "Ledger", paths: [path] }).replace("get:\n", "get:\n      tags: [Booking]\n");
  const options = { interface: "ledger-api", service: "ledger-service", owner: team.slug };
  await settle((await catalog.publish(tagged("/a"), options)).version.id);
  const events = (shipped: string) => asyncapi({ title: "Ledger events", address: "ledger", messages: ["Booked", "Shipped"] }).replace('"Shipped":{"payload":{"type":"object"}}', `"Shipped":{"payload":{"type":"object","properties":{"at":{"type":"${shipped}"}},"required":["at"]}}`);
  await publish(events("string"), "ledger-events");
  await subscribe({ ctx: ofTeam, input: { subject: "team", slug: team.slug, events: ["version"] } });
  await subscribe({ ctx: ofService, input: { subject: "service", slug: "ledger-service", events: ["version"] } });
  await subscribe({ ctx: ofTag, input: { subject: "tag", key: "booking", events: ["version"] } });
  await subscribe({ ctx: ofMessage, input: { subject: "message", slug: "ledger-events", key: "Shipped", events: ["breaking"] } });
  await settle((await catalog.publish(tagged("/b"), options)).version.id);
  await publish(events("object"), "ledger-events");
  expect([await whysOf(ofTeam), await whysOf(ofService), await whysOf(ofTag)]).toEqual([["You follow the team ledger."], ["You follow the service Ledger service."], ["You follow the tag booking."]]);
  expect(await whysOf(ofMessage)).toEqual(["You follow Shipped of Ledger events."]);
});

it("gives one notice of documents that were published together: one item, one e-mail", async () => {
  const ctx = await addPerson(catalog.db);
  const team = await catalog.team("batches");
  await subscribe({ ctx, input: { subject: "team", slug: team.slug, events: ["version"], channels: [{ kind: "inbox" }, { kind: "email" }] } });
  const files = Object.fromEntries(["North", "South", "East"].map((title) => [`${title}.yaml`, openapi({ title })]));
  const batch = await publishSpec({ ctx: catalog.admin, input: { parts: partsOf(files), options: { repository: "git.example/all", commit: "c1", owner: team.slug } } });
  await settle(...batch.map(({ version }) => version.id));
  const { items } = await listInbox({ ctx });
  expect(items).toMatchObject([{ alikeCount: 2 }]);
  expect([items[0]?.interfaceTitle, ...(items[0]?.alike.map(({ interfaceTitle }) => interfaceTitle) ?? [])].sort()).toEqual(["East", "North", "South"]);
  expect(await countUnread({ ctx })).toBe(1);
  expect(mail.mails).toHaveLength(1);
  for (const title of ["North", "South", "East"]) expect(mail.mails[0]?.raw).toContain(title);
  await markItems({ ctx, input: { mark: "read", ids: [items[0]?.id ?? 0] } });
  expect(await countUnread({ ctx })).toBe(0);
});

it("ends or mutes a team's subscription for one member without silencing the others", async () => {
  const team = await catalog.team("crowd");
  await publish(openapi({ title: "Crowded", paths: ["/a"] }), "crowded");
  const { id } = await subscribe({ ctx: team.member, input: { subject: "interface", slug: "crowded", team: team.slug, events: ["version"], channels: [{ kind: "inbox" }, { kind: "email" }] } });
  await publish(openapi({ title: "Crowded", paths: ["/a", "/b"] }), "crowded");
  const memberMail = mail.mails.find(({ to }) => to[0] === emailOf(team.member));
  const link = /api\/v1\/unsubscribe\/([\w.-]+)>/.exec(memberMail?.raw.replaceAll("=\r\n", "").replaceAll("\r\n ", "") ?? "")?.[1] ?? "";
  await endSubscriptionByLink({ ctx: catalog.visitor, input: { link } });
  await publish(openapi({ title: "Crowded", paths: ["/a", "/b", "/c"] }), "crowded");
  expect([(await titlesOf(team.member)).length, (await titlesOf(team.maintainer)).length]).toEqual([1, 2]);
  expect(await listSubscriptions({ ctx: team.member })).toMatchObject([{ id, excepted: true }]);
  await muteSubscription({ ctx: team.member, input: { id, days: 0, forMe: true } });
  await endSubscription({ ctx: team.maintainer, input: { id, forMe: true } });
  await publish(openapi({ title: "Crowded", paths: ["/a"] }), "crowded");
  expect([(await titlesOf(team.member)).length, (await titlesOf(team.maintainer)).length]).toEqual([2, 2]);
});

it("says nothing of parts that a rule closes: no notice, no word in one", async () => {
  const owner = await catalog.team("closed");
  const ctx = await addPerson(catalog.db);
  const first = await publish(openapi({ title: "Narrow", paths: ["/open", "/closed"] }), "narrow", owner.slug);
  await catalog.db.insert(partRules).values({ interfaceId: first.interface.id, part: "path", pattern: "/closed", visibility: "private", ownerTeamId: owner.id });
  for (const who of [ctx, owner.member]) await subscribe({ ctx: who, input: { subject: "interface", slug: "narrow", events: ["breaking"], channels: [{ kind: "inbox" }, { kind: "email" }] } });
  await publish(openapi({ title: "Narrow", paths: ["/open"] }), "narrow", owner.slug);
  expect([await titlesOf(ctx), await titlesOf(owner.member)]).toEqual([[], ["Narrow"]]);
  for (const who of [ctx, owner.member]) await subscribe({ ctx: who, input: { subject: "interface", slug: "narrow", events: ["version", "lifecycle"], channels: [{ kind: "inbox" }, { kind: "email" }] } });
  await publish(openapi({ title: "Narrow", paths: ["/open", "/closed"] }), "narrow", owner.slug);
  expect(mail.mails.filter(({ to }) => to[0] === emailOf(ctx)).map(({ raw }) => raw.includes("/closed"))).toEqual([false]);
  await catalog.db.transaction((tx) => recordNews(tx, catalog.admin, { key: "closed ends", kind: "lifecycle", interfaceId: first.interface.id, operationKey: "GET /closed", title: "GET /closed is deprecated", path: "/interfaces/narrow" }));
  await workOff(catalog.db);
  const told = async (who: Ctx) => (await listInbox({ ctx: who })).items.some(({ title }) => title.includes("/closed"));
  expect([await told(ctx), await told(owner.member)]).toEqual([false, true]);
});

it("signs with the old secret and the new for a day after it was changed", async () => {
  const ctx = await addPerson(catalog.db);
  const hook = await startReceiver();
  try {
    const { id, secret } = await createEndpoint({ ctx, input: { kind: "webhook", name: "CI", url: hook.url } });
    await publish(openapi({ title: "Signed", paths: ["/a"] }), "signed");
    await subscribe({ ctx, input: { subject: "interface", slug: "signed", events: ["version"], channels: [{ kind: "endpoint", endpointId: id }] } });
    const { secret: next } = await rotateSecret({ ctx, input: { id } });
    await publish(openapi({ title: "Signed", paths: ["/b"] }), "signed");
    await rotateSecret({ ctx, input: { id }, now: new Date(Date.now() - 25 * 3_600_000) });
    await publish(openapi({ title: "Signed", paths: ["/c"] }), "signed");
    const [during, after] = hook.received;
    const verifies = (one: typeof during, by: string) => {
      try {
        return Boolean(new Webhook(by).verify(one?.body ?? "", one?.headers as Record<string, string>));
      } catch {
        return false;
      }
    };
    expect([verifies(during, secret), verifies(during, next), verifies(after, secret), verifies(after, next)]).toEqual([true, true, false, false]);
    await expect(rotateSecret({ ctx: catalog.outsider, input: { id } })).rejects.toMatchObject({ status: 404 });
  } finally {
    await hook.close();
  }
});

it("shows a private feed what its reader may see at that moment, and nothing once the address or the person is gone", async () => {
  const owner = await catalog.team("feed-owners");
  const granted = await catalog.team("feed-readers");
  const subject = await publish(openapi({ title: "Fed <b>& more</b>" }), "fed", owner.slug);
  await catalog.db.update(interfaces).set({ visibility: "private" }).where(eq(interfaces.id, subject.interface.id));
  await catalog.db.insert(grants).values({ interfaceId: subject.interface.id, teamId: granted.id });
  const { id, secret } = await createFeedToken({ ctx: granted.member, input: { name: "reader" } });
  const read = async (of: Parameters<typeof getFeed>[0]["input"]) => {
    const actor = await personOfFeedToken(catalog.db, secret);
    return atomFeed(await getFeed({ ctx: { actor, scope: scopeOf(actor, false), requestId: "x", db: catalog.db }, input: of }), { origin: "https://mesh.example", self: "/changes.atom" });
  };
  const seen = await read({ of: "team", slug: owner.slug });
  expect(seen).toContain(`<id>tag:mesh.example,2026:version/${subject.version.id}</id>`);
  expect(seen).toContain("Fed &lt;b&gt;&amp; more&lt;/b&gt; 1.0.0");
  expect(await read({ of: "interface", slug: "fed" })).toContain("version/");
  expect(atomFeed(await getFeed({ ctx: catalog.visitor, input: { of: "mesh" } }), { origin: "https://mesh.example", self: "/" })).not.toContain("Fed ");
  await catalog.db.delete(grants).where(eq(grants.teamId, granted.id));
  expect(await read({ of: "team", slug: owner.slug })).not.toContain("<entry>");
  await expect(read({ of: "interface", slug: "fed" })).rejects.toMatchObject({ status: 404 });
  await expect(revokeFeedToken({ ctx: catalog.outsider, input: { id } })).rejects.toMatchObject({ status: 404 });
  const account = eq(users.id, accountIdOf(granted.member.actor) ?? "");
  await catalog.db.update(users).set({ deactivatedAt: new Date() }).where(account);
  await expect(read({ of: "mesh" })).rejects.toMatchObject({ status: 401 });
  await catalog.db.update(users).set({ deactivatedAt: null }).where(account);
  await revokeFeedToken({ ctx: granted.member, input: { id } });
  await expect(read({ of: "mesh" })).rejects.toMatchObject({ status: 401 });
});

function emailOf({ actor }: Ctx): string {
  return actor.kind === "person" ? actor.email : "";
}

import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { changes } from "#db/schema/comparison/changes.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { services } from "#db/schema/catalog/services.ts";
import { settledRefusals } from "#lib/auth/audit/record-refusal.ts";
import { addPerson } from "#lib/auth/testing.ts";
import { compareVersion } from "#lib/catalog/comparisons/compare/compare-version.ts";
import { declareUse } from "#lib/catalog/dependencies/declare-use.ts";
import { runDerivations } from "#lib/catalog/dependencies/testing.ts";
import { listInbox } from "#lib/catalog/inbox/list-inbox.ts";
import { followUses } from "#lib/catalog/subscriptions/follow-uses.ts";
import { listSubscriptions } from "#lib/catalog/subscriptions/list-subscriptions.ts";
import { subscribe } from "#lib/catalog/subscriptions/subscribe.ts";
import { type Catalog, openCatalog } from "#lib/catalog/testing.ts";
import { workOff } from "./testing.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(async () => {
  await settledRefusals();
  await catalog.close();
});

const version = (number: 1 | 2) => readFileSync(new URL(`./fixtures/storefront-${number}.yaml`, import.meta.url), "utf8");
async function publish(text: string) {
  const published = await catalog.publish(text, { interface: "storefront" });
  await runDerivations(catalog.db);
  await compareVersion(catalog.db, { versionId: published.version.id });
  await workOff(catalog.db);
  return published;
}
const inboxOf = async (ctx: Parameters<typeof listInbox>[0]["ctx"]) => (await listInbox({ ctx })).items;

it("tells a consumer of the one breaking change to a field it uses, and not of the nineteen others", async () => {
  await publish(version(1));
  const packing = await catalog.team("packing");
  const browsing = await catalog.team("browsing");
  for (const [slug, ownerTeamId] of [["packing-list", packing.id], ["shop-window", browsing.id]] as const) await catalog.db.insert(services).values({ slug, title: slug, ownerTeamId });
  await declareUse({ ctx: packing.member, input: { slug: "storefront", service: "packing-list", operation: "GET /orders/{orderId}", fields: ["response.lines[].sku", "response.lines[].quantity"] } });
  await declareUse({ ctx: browsing.member, input: { slug: "storefront", service: "shop-window", operation: "GET /customers/{customerId}", fields: ["response.name"] } });
  expect(await followUses({ ctx: packing.member, input: { service: "packing-list" } })).toEqual({ added: 1, followed: 1 });
  await subscribe({ ctx: browsing.member, input: { subject: "interface", slug: "storefront", events: ["breaks-me", "unknown"] } });

  const second = await publish(version(2));
  const found = await catalog.db.select({ level: changes.level }).from(changes).innerJoin(comparisons, eq(comparisons.id, changes.comparisonId)).where(eq(comparisons.versionId, second.version.id));
  expect(found.filter(({ level }) => level === "breaking").length).toBeGreaterThanOrEqual(20);
  const [item, ...others] = await inboxOf(packing.member);
  expect(others).toEqual([]);
  expect(item).toMatchObject({ why: { sentence: "It breaks packing-list, which your team owns.", impact: { verdict: "broken", consumers: ["packing-list"] } } });
  expect(item?.changes).toHaveLength(1);
  expect(item?.changes[0]).toMatchObject({ level: "breaking", operation: "GET /orders/{orderId}", sentence: expect.stringContaining("sku") });
  // What it uses has not changed, though twenty other things have.
  expect(await inboxOf(browsing.member)).toEqual([]);
});

it("follows exactly what is used, once, and for oneself or a team", async () => {
  const team = await catalog.team("curious");
  const [service] = await catalog.db.insert(services).values({ slug: "curious", title: "Curious", ownerTeamId: team.id }).returning();
  await declareUse({ ctx: team.member, input: { slug: "storefront", service: "curious", operation: "GET /returns" } });
  await declareUse({ ctx: team.member, input: { slug: "storefront", service: "curious" } });
  expect(await followUses({ ctx: team.member, input: { service: "curious", team: "curious" } })).toEqual({ added: 2, followed: 2 });
  expect(await followUses({ ctx: team.member, input: { service: "curious", team: "curious" } })).toEqual({ added: 0, followed: 2 });
  expect(await listSubscriptions({ ctx: team.maintainer })).toMatchObject([
    { subject: "interface", subjectKey: null, events: ["breaks-me", "unknown", "lifecycle"], follower: { slug: "curious" } },
    { subject: "operation", subjectKey: "GET /returns", events: ["breaks-me", "lifecycle"], target: { slug: "storefront" } },
  ]);
  await expect(followUses({ ctx: await addPerson(catalog.db), input: { service: service?.slug ?? "", team: "curious" } })).rejects.toMatchObject({ status: 403 });
});

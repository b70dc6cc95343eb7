import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { services } from "#db/schema/catalog/services.ts";
import { runDerivations } from "../../dependencies/testing.ts";
import { putManifest } from "../../manifests/put-manifest.ts";
import { partsOf, type Catalog, openCatalog } from "../../testing.ts";
import { checkSpec } from "../check-spec.ts";
import { compareVersion } from "../compare/compare-version.ts";
import { type Comparison, getComparison } from "../get-comparison.ts";
import { changes, documents, eventConsumers, httpConsumers, manifestOf } from "./impact.fixture.ts";

let catalog: Catalog;
let producer: Awaited<ReturnType<Catalog["team"]>>;
let others: Awaited<ReturnType<Catalog["team"]>>;

beforeAll(async () => {
  catalog = await openCatalog();
  producer = await catalog.team("producers");
  others = await catalog.team("others");
  await catalog.publish(documents.http.before, { interface: "shop-orders", owner: "producers", service: "shop-service" });
  await catalog.publish(documents.events.before, { interface: "shop-events", owner: "producers", service: "shop-service" });
  for (const [service, text] of Object.entries(documents.peers)) await catalog.publish(text, { interface: `${service}-events`, service });
  for (const [slug, consumers] of [["shop-orders", httpConsumers], ["shop-events", eventConsumers]] as const) {
    for (const [service, truth] of Object.entries(consumers)) {
      // What follows from documents needs no manifest.
      if (service in documents.peers) continue;
      await putManifest({ ctx: catalog.admin, input: { service, bytes: new TextEncoder().encode(manifestOf(service, slug, truth)) } });
      if (truth.hidden) await catalog.db.update(services).set({ visibility: "private", ownerTeamId: others.id }).where(eq(services.slug, service));
    }
  }
  await runDerivations(catalog.db);
  for (const [slug, { after }] of [["shop-orders", documents.http], ["shop-events", documents.events]] as const) {
    const { version } = await catalog.publish(after, { interface: slug });
    await compareVersion(catalog.db, { versionId: version.id });
  }
}, 60_000);
afterAll(() => catalog.close());

/** Consumer × change, as the comparison says it: `consumer: change → effect`. */
function cellsOf({ changes: found, impact }: Pick<Comparison, "changes" | "impact">): string[] {
  const nameOf = (ordinal: number) => {
    const change = found.find((candidate) => candidate.ordinal === ordinal);
    return Object.entries(changes).find(([, [rule, operation]]) => change?.rule === rule && change.operation === operation)?.[0] ?? `${change?.rule} ${change?.operation}`;
  };
  return impact.consumers.flatMap(({ slug, causes }) => causes.map(({ ordinal, effect }) => `${slug}: ${nameOf(ordinal)} → ${effect}`)).sort();
}

const isOfEvents = (operation: string) => /^(send|receive) /.test(operation);
const truths = { "shop-orders": httpConsumers, "shop-events": eventConsumers };

it.each(["shop-orders", "shop-events"] as const)("is right in every cell of consumer and change of %s", async (slug) => {
  const comparison = await getComparison({ ctx: catalog.admin, input: { slug } });
  const own = Object.values(changes).filter(([, operation]) => isOfEvents(operation) === (slug === "shop-events")).map(([rule, operation]) => `${rule} ${operation}`);
  expect(comparison.changes.map(({ rule, operation }) => `${rule} ${operation}`)).toEqual(expect.arrayContaining(own));
  const cells = Object.entries(truths[slug]).flatMap(([consumer, { effects = {} }]) => Object.entries(effects).map(([change, effect]) => `${consumer}: ${change} → ${effect}`));
  expect(cellsOf(comparison)).toEqual(cells.sort());
  expect(Object.fromEntries(comparison.impact.consumers.map((consumer) => [consumer.slug, consumer.verdict]))).toEqual(Object.fromEntries(Object.entries(truths[slug]).map(([consumer, { verdict }]) => [consumer, verdict])));
});

it("has at least forty cells", () => {
  const httpChanges = Object.values(changes).filter(([, operation]) => !isOfEvents(operation)).length;
  expect(Object.keys(httpConsumers).length * httpChanges + Object.keys(eventConsumers).length * (Object.keys(changes).length - httpChanges)).toBeGreaterThanOrEqual(40);
});

it.each(["shop-orders", "shop-events"] as const)("only counts the consumers of %s whom the producer may not see", async (slug) => {
  const { impact, ...rest } = await getComparison({ ctx: producer.member, input: { slug } });
  const hidden = Object.entries(truths[slug]).filter(([, truth]) => truth.hidden);
  expect(impact.consumers.map((consumer) => consumer.slug)).toEqual(expect.not.arrayContaining(hidden.map(([name]) => name)));
  for (const [name, { verdict }] of hidden) {
    expect(impact.hidden[verdict]).toBe(1);
    expect(JSON.stringify({ impact, ...rest })).not.toContain(name);
  }
  expect(Object.values(impact.counts).reduce((sum, count) => sum + count)).toBe(Object.keys(truths[slug]).length);
});

it("says beforehand what publishing says afterwards, and stores nothing", async () => {
  const count = async () => Promise.all(["versions", "comparisons", "changes", "impacts", "proposals", "audit_log", "blobs"].map((table) => catalog.count(table)));
  const before = await count();
  // Back to the first text: what was removed is added, and so on; then the newest text is no change at all.
  const [checked] = await checkSpec({ ctx: producer.member, input: { parts: partsOf(documents.http.before), options: { interface: "shop-orders" } } });
  expect(checked).toMatchObject({ target: { kind: "next", sequence: 3 }, comparison: { base: { sequence: 2 }, slug: "shop-orders" }, proposal: null });
  const [same] = await checkSpec({ ctx: producer.member, input: { parts: partsOf(documents.http.after), options: { interface: "shop-orders" } } });
  expect(same).toMatchObject({ target: { kind: "unchanged" }, comparison: null });
  expect(await count()).toEqual(before);
});

it("does not take a dismissed use for one, nor a use of another line", async () => {
  await catalog.db.execute(sql`update dependencies set dismissed_at = now() where from_service_id = (select id from services where slug = 'pager')`);
  await catalog.db.execute(sql`update dependencies set line = 'v9' where from_service_id = (select id from services where slug = 'billing')`);
  const [checked] = await checkSpec({ ctx: catalog.admin, input: { parts: partsOf(documents.http.before), options: { interface: "shop-orders" } } });
  const named = checked?.comparison?.impact.consumers.map(({ slug }) => slug) ?? [];
  expect(named).toContain("mixed");
  expect(named).not.toContain("pager");
  expect(named).not.toContain("billing");
});

import { eq, sql } from "drizzle-orm";
import { parse } from "yaml";
import { afterAll, beforeAll, expect, it } from "vitest";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { publishSpec } from "../../publish/publish-spec.ts";
import { purgeVersion } from "../../versions/purge-version.ts";
import { type Catalog, openapi, openCatalog, partsOf } from "../../testing.ts";
import { checkSpec } from "../check-spec.ts";
import { compareVersion } from "./compare-version.ts";
import { getComparison } from "../get-comparison.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

const compare = async (...published: { version: { id: number } }[]) => {
  for (const { version } of published) await compareVersion(catalog.db, { versionId: version.id });
};
const stored = (versionId: number) => catalog.db.select().from(comparisons).where(eq(comparisons.versionId, versionId));

it("compares a version with the one before it, once however often it runs", async () => {
  const first = await catalog.publish(openapi({ paths: ["/orders", "/returns"] }), { interface: "orders" });
  const second = await catalog.publish(openapi({ paths: ["/orders"] }), { interface: "orders" });
  await compare(first, second, second);
  expect(await stored(first.version.id)).toMatchObject([{ state: "first", verdict: null }]);
  expect(await stored(second.version.id)).toMatchObject([{ state: "compared", verdict: "breaking", breaking: 1, baseVersionId: first.version.id, advice: { bump: "major", suggested: "2.0.0" } }]);
  expect(await catalog.count("changes")).toBe(1);
  const { changes, advice, tally } = await getComparison({ ctx: catalog.admin, input: { slug: "orders" } });
  expect(changes).toMatchObject([{ ordinal: 1, rule: "operation-removed", operation: "GET /returns", base: { line: 8 } }]);
  expect(tally).toEqual({ verdict: "breaking", breaking: 1, risky: 0, info: 0 });
  expect(advice?.finding?.code).toBe("version-not-raised");
});

it("takes a text that is only spelled otherwise for no change, checked or published", async () => {
  const yaml = openapi({ title: "Spelled" });
  const first = await catalog.publish(yaml, { interface: "spelled" });
  const json = JSON.stringify(parse(yaml));
  const [checked] = await checkSpec({ ctx: catalog.admin, input: { parts: partsOf(json), options: { interface: "spelled" } } });
  expect(checked?.comparison).toMatchObject({ changes: [], advice: { bump: "none", finding: null } });
  const second = await catalog.publish(json, { interface: "spelled" });
  await compare(first, second);
  expect((await getComparison({ ctx: catalog.admin, input: { slug: "spelled" } })).advice).toMatchObject({ bump: "none", finding: null });
});

it("enqueues the comparison in the transaction of the publish", async () => {
  const waiting = async () => (await catalog.db.execute<{ count: number }>(sql`select count(*)::int as count from pgboss.job where name = 'compare-version'`)).rows[0]?.count ?? 0;
  const before = await waiting();
  await catalog.publish(openapi({ title: "Counted" }), { interface: "counted" });
  await catalog.publish(openapi({ title: "Counted" }), { interface: "counted" });
  expect(await waiting()).toBe(before + 1);
});

it("compares any two versions, also the other way round, and says when there is none before", async () => {
  for (const version of ["1", "2", "3"]) await compare(await catalog.publish(openapi({ title: "Three", version, paths: Array.from({ length: Number(version) }, (_, index) => `/p${index}`) }), { interface: "three" }));
  const between = async (from: number, to: number) => (await getComparison({ ctx: catalog.admin, input: { slug: "three", from, to } })).changes.map(({ rule, operation }) => `${rule} ${operation}`);
  expect(await between(1, 3)).toEqual(["operation-added GET /p1", "operation-added GET /p2"]);
  expect(await between(3, 1)).toEqual(["operation-removed GET /p1", "operation-removed GET /p2"]);
  expect(await between(2, 2)).toEqual([]);
  await expect(getComparison({ ctx: catalog.admin, input: { slug: "three", to: 1 } })).rejects.toMatchObject({ status: 404 });
});

it("announces documents of one commit once, when the last of them is compared", async () => {
  const root = (title: string) => openapi({ title });
  const batch = await publishSpec({ ctx: catalog.admin, input: { parts: partsOf({ "a.yaml": root("Batch a"), "b.yaml": root("Batch b") }), options: { repository: "git.example/batch", commit: "c1" } } });
  const told = async () => (await Promise.all(batch.map(({ version }) => stored(version.id)))).flat().filter(({ announcedAt }) => announcedAt !== null).length;
  await compare(batch[0]!);
  expect(await told()).toBe(0);
  await compare(batch[1]!);
  expect(await told()).toBe(2);
});

it("shows a visitor nothing of parts marked x-internal: no change, no count, no line, no consumer's use of them", async () => {
  const document = (hidden: string, shown: string) => `openapi: 3.1.0
info: { title: Partly, version: "1" }
paths:
  /open: { get: { responses: { "200": { description: x, content: { application/json: { schema: { type: object, properties: { ${shown}: { type: string }, ${hidden}: { type: string, x-internal: true } } } } } } } } }
  /closed: { get: { x-internal: true, responses: { "200": { description: ${hidden} } } } }
`;
  const first = await catalog.publish(document("secretOne", "name"), { interface: "partly" });
  const second = await catalog.publish(document("secretTwo", "name").replace("  /closed: { get:", "  /closed: { post:"), { interface: "partly" });
  await compare(first, second);
  const inside = await getComparison({ ctx: catalog.outsider, input: { slug: "partly" } });
  expect(inside.changes.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["operation-removed", "operation-added", "response-property-removed"]));
  expect(inside.tally.verdict).toBe("breaking");
  const outside = await getComparison({ ctx: catalog.visitor, input: { slug: "partly" } });
  expect(outside).toMatchObject({ changes: [], filtered: true, tally: { verdict: "compatible", breaking: 0, risky: 0, info: 0 } });
  expect(JSON.stringify(outside)).not.toMatch(/secret|closed/);
});

it("forgets what it found when a text is purged", async () => {
  const first = await catalog.publish(openapi({ title: "Purged", paths: ["/a", "/b"] }), { interface: "purged" });
  const second = await catalog.publish(openapi({ title: "Purged", paths: ["/a"] }), { interface: "purged" });
  await compare(first, second);
  await purgeVersion({ ctx: catalog.admin, input: { slug: "purged", version: 1, reason: "held a password" } });
  expect(await stored(second.version.id)).toEqual([]);
  await expect(getComparison({ ctx: catalog.admin, input: { slug: "purged" } })).rejects.toMatchObject({ status: 410 });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLog } from "#db/schema/system/audit-log.ts";
import { listChanges } from "../comparisons/list-changes.ts";
import { listVersions } from "../versions/list-versions.ts";
import { publishSpec } from "./publish-spec.ts";
import { type Catalog, openapi, openCatalog, partsOf } from "../testing.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

const tables = ["interfaces", "interface_slugs", "lines", "versions", "version_files", "version_diagnostics", "blobs", "operations", "properties", "schemas", "services", "provides", "batches", "audit_log"];
const counts = async () => Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await catalog.count(table)] as const)));
const jobs = async () => (await catalog.db.execute<{ name: string; count: number }>(sql`select name, count(*)::int as count from pgboss.job where name <> '__pgboss__send-it' group by name order by name`)).rows;
const sequencesOf = async (slug: string) => (await listVersions({ ctx: catalog.admin, input: { slug } })).map(({ sequence }) => sequence).sort((a, b) => a - b);

// Broken, yet clear: a response without its description, a parameter that the path does not have.
const broken = `openapi: 3.0.3
info: { title: Broken, version: "1" }
paths:
  /a: { get: { parameters: [{ name: b, in: path, required: true, schema: { type: string } }], responses: { "200": {} } } }
`;

it("changes nothing when the same text is published twice", async () => {
  await catalog.publish(openapi(), { interface: "twice", service: "shop" });
  const [before, jobsBefore] = [await counts(), await jobs()];
  expect(await catalog.publish(openapi(), { interface: "twice", service: "shop" })).toMatchObject({ status: "unchanged", version: { sequence: 1 } });
  expect([await counts(), await jobs()]).toEqual([before, jobsBefore]);
});

it("lets ten publishers at once all succeed, in an order without gaps", async () => {
  const results = await Promise.all(Array.from({ length: 10 }, (_, index) => catalog.publish(openapi({ title: "Ten", version: `1.${index}` }), { interface: "ten" })));
  expect(new Set(results.map((result) => result.interface.id)).size).toBe(1);
  expect(await sequencesOf("ten")).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(results.map(({ version }) => version.sequence).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

it("makes one version of ten equal texts published at once", async () => {
  const results = await Promise.all(Array.from({ length: 10 }, () => catalog.publish(openapi({ title: "Equal" }), { repository: "git.example/equal", path: "openapi.yaml" })));
  expect(results.filter(({ status }) => status === "published")).toHaveLength(1);
  expect(new Set(results.map(({ version }) => version.id)).size).toBe(1);
});

it("lets batches that share files and interfaces go at once, whatever their order", async () => {
  const money = "Money: { type: string }\n";
  const root = (title: string) => `openapi: 3.1.0\ninfo: { title: ${title}, version: "1" }\npaths:\n  /a:\n    get:\n      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "money.yaml#/Money" } } } } }\n`;
  const batch = (...titles: string[]) => publishSpec({ ctx: catalog.admin, input: { parts: partsOf({ ...Object.fromEntries(titles.map((title) => [`${title}.yaml`, root(title)])), "money.yaml": money }), options: { repository: "git.example/shared" } } });
  const results = await Promise.all([batch("m", "n", "o"), batch("o", "n", "m"), batch("n", "m"), batch("o", "m")]);
  expect(results.flat().filter(({ status }) => status === "published")).toHaveLength(3);
});

it("stores nothing of a document that cannot be understood, and says where it fails", async () => {
  const before = await counts();
  await expect(catalog.publish("openapi: 3.1.0\ninfo: {title: A\npaths: {}\n", { interface: "unread" })).rejects.toMatchObject({
    status: 422,
    detail: { diagnostics: [expect.objectContaining({ severity: "error", file: "document.yaml", line: expect.any(Number) })] },
  });
  expect(await counts()).toEqual(before);
});

it("publishes a document that breaks its specification but can be understood, its errors counted, unless strict", async () => {
  const before = await counts();
  await expect(catalog.publish(broken, { strict: true })).rejects.toMatchObject({ status: 422 });
  const installation = (strict: boolean | undefined) => publishSpec({ ctx: catalog.admin, input: { parts: partsOf(broken), options: { strict }, strict: true } });
  await expect(installation(undefined)).rejects.toMatchObject({ status: 422 });
  // A publisher may be stricter than the installation, not laxer.
  await expect(installation(false)).rejects.toMatchObject({ status: 422 });
  expect(await counts()).toEqual(before);
  const published = await catalog.publish(broken);
  expect(published).toMatchObject({ status: "published", valid: false });
  expect(published.errorCount).toBeGreaterThan(0);
});

it("keeps who published what, in the transaction of the change", async () => {
  const { member } = await catalog.team("audited");
  await catalog.publish(openapi({ title: "Audited" }), { interface: "audited", owner: "audited" }, member);
  const rows = await catalog.db.select({ action: auditLog.action, actor: auditLog.actor, detail: auditLog.detail }).from(auditLog).where(sql`subject_name = 'audited'`).orderBy(auditLog.id);
  const actor = member.actor.kind === "person" ? `person ${member.actor.id}` : "";
  expect(rows).toEqual([{ action: "interface.create", actor, detail: null }, { action: "interface.publish", actor, detail: { line: "default", sequence: 1 } }]);
});

it.each(["update audit_log set action = 'x'", "delete from audit_log", "truncate audit_log", "truncate audit_log cascade"])("lets nobody change the record: %s", async (statement) => {
  const before = await catalog.count("audit_log");
  await expect(catalog.db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { message: "the audit log is append-only" } });
  expect(await catalog.count("audit_log")).toBe(before);
});

it("enqueues indexing in the transaction of the change", async () => {
  const waiting = async () => (await jobs()).find(({ name }) => name === "index-version")?.count ?? 0;
  const before = await waiting();
  await catalog.publish(openapi({ title: "Indexed" }), { interface: "indexed" });
  expect(await waiting()).toBe(before + 1);
});

it("pages through what was published without losing or repeating any, also where times are equal", async () => {
  const publishedAt = new Date("2026-01-01T00:00:00.000Z");
  for (let index = 0; index < 5; index++) await publishSpec({ ctx: catalog.admin, input: { parts: partsOf(openapi({ title: "Equal times", version: `${index}` })), options: { interface: "equal-times" }, publishedAt } });
  const ids: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listChanges({ ctx: catalog.admin, input: { limit: 2, ...(cursor ? { cursor } : {}) } });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(ids).toHaveLength(await catalog.count("versions"));
  expect(new Set(ids).size).toBe(ids.length);
});

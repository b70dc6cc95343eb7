import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { versions } from "#db/schema/document/versions.ts";
import { deleteInterface } from "../interfaces/delete-interface.ts";
import { findVersion } from "../versions/find-version.ts";
import { getInterface } from "../interfaces/get-interface.ts";
import { getOperation } from "../parts/get-operation.ts";
import { listInterfaces } from "../interfaces/list-interfaces.ts";
import { listOperations } from "../parts/list-operations.ts";
import { pruneRows } from "../versions/prune-rows.ts";
import { purgeVersion } from "../versions/purge-version.ts";
import { readSource } from "../versions/read-source.ts";
import { retireInterface } from "../interfaces/retire-interface.ts";
import { type Catalog, openapi, openCatalog } from "../testing.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

const lineOf = async (slug: string) => (await findVersion(catalog.admin, { slug })).line.id;
const keysOf = async (slug: string, version?: number) => (await listOperations({ ctx: catalog.admin, input: { slug, version: version ?? null } })).map(({ key }) => key);
const listed = async () => (await listInterfaces({ ctx: catalog.admin, input: { limit: 200 } })).items.map(({ slug }) => slug);

it("keeps rows of current and pinned versions only, and reads another from its text again when asked for", async () => {
  for (const path of ["/one", "/two/{id}", "/three"]) await catalog.publish(openapi({ title: "Rows", paths: [path] }), { interface: "rows" });
  await catalog.db.update(versions).set({ pinned: true }).where(sql`${versions.sequence} = 1 and ${versions.lineId} = ${await lineOf("rows")}`);
  for (let twice = 0; twice < 2; twice++) await pruneRows(catalog.db, { lineId: await lineOf("rows") });
  const rows = await catalog.db.select({ sequence: versions.sequence, hasRows: versions.hasRows, operations: sql<number>`(select count(*)::int from operations o where o.version_id = versions.id)` }).from(versions).orderBy(versions.sequence);
  expect(rows).toEqual([{ sequence: 1, hasRows: true, operations: 1 }, { sequence: 2, hasRows: false, operations: 0 }, { sequence: 3, hasRows: true, operations: 1 }]);
  expect([await keysOf("rows", 1), await keysOf("rows", 2), await keysOf("rows")]).toEqual([["GET /one"], ["GET /two/{}"], ["GET /three"]]);
  expect((await getOperation({ ctx: catalog.admin, input: { slug: "rows", version: 2, key: "GET /two/{name}" } })).operation.display).toBe("GET /two/{id}");
});

it("hides what is retired and brings it back, its pages where they were", async () => {
  await catalog.publish(openapi({ title: "Retired" }), { interface: "retired" });
  await retireInterface({ ctx: catalog.admin, input: { slug: "retired", retired: true } });
  expect(await listed()).not.toContain("retired");
  expect((await getInterface({ ctx: catalog.visitor, input: { slug: "retired" } })).lifecycle).toBe("retired");
  await retireInterface({ ctx: catalog.admin, input: { slug: "retired", retired: false } });
  expect(await listed()).toContain("retired");
});

it("leaves a tombstone of what is deleted: nothing is shown, its texts are kept", async () => {
  const before = await catalog.count("blobs");
  await catalog.publish(openapi({ title: "Deleted" }), { interface: "deleted" });
  await deleteInterface({ ctx: catalog.admin, input: { slug: "deleted" } });
  expect(await listed()).not.toContain("deleted");
  await expect(getInterface({ ctx: catalog.admin, input: { slug: "deleted" } })).rejects.toMatchObject({ status: 404 });
  await expect(deleteInterface({ ctx: catalog.admin, input: { slug: "deleted" } })).rejects.toMatchObject({ status: 404 });
  expect(await catalog.count("blobs")).toBe(before + 1);
});

/** Tables that hold a text, in whatever form. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows: tables } = await catalog.db.execute<{ schema: string; name: string }>(
    sql`select table_schema as schema, table_name as name from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE' and table_name <> 'audit_log'`,
  );
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const { rows } = await catalog.db.execute(sql`select 1 from ${sql.identifier(schema)}.${sql.identifier(name)} t where t::text like ${`%${text}%`} limit 1`);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

it("purges a text from every table, with its reason on record, and says so to who asks for it", async () => {
  const text = openapi({ title: "Purged", paths: ["/xyzzy"], description: "xyzzy is a secret" });
  await catalog.publish(text, { interface: "purged" });
  await catalog.publish(text, { interface: "holds-the-same-text" });
  const blobs = await catalog.count("blobs");
  await expect(purgeVersion({ ctx: catalog.admin, input: { slug: "purged", reason: "" } })).rejects.toThrow("say why");
  expect(await purgeVersion({ ctx: catalog.admin, input: { slug: "purged", reason: "a password was in it" } })).toEqual({ purged: 1 });
  // A text that another interface published too stays there.
  expect(await catalog.count("blobs")).toBe(blobs);
  expect(await readSource({ ctx: catalog.admin, input: { slug: "holds-the-same-text" } })).toMatchObject({ filtered: false });
  await purgeVersion({ ctx: catalog.admin, input: { slug: "holds-the-same-text", reason: "there too" } });
  expect(await catalog.count("blobs")).toBe(blobs - 1);
  expect(await tablesWith("xyzzy")).toEqual([]);
  await expect(readSource({ ctx: catalog.admin, input: { slug: "purged" } })).rejects.toMatchObject({ status: 410, code: "purged" });
  expect((await getInterface({ ctx: catalog.admin, input: { slug: "purged" } })).version).toMatchObject({ sequence: 1, purgeReason: "a password was in it" });
  expect(await catalog.publish(text, { interface: "purged" })).toMatchObject({ status: "published", version: { sequence: 2 } });
});

it("purges one version and leaves the others", async () => {
  for (const path of ["/bad", "/good"]) await catalog.publish(openapi({ title: "One of two", paths: [path] }), { interface: "one-of-two" });
  expect(await purgeVersion({ ctx: catalog.admin, input: { slug: "one-of-two", version: 1, reason: "leaked" } })).toEqual({ purged: 1 });
  expect(await keysOf("one-of-two")).toEqual(["GET /good"]);
  await expect(readSource({ ctx: catalog.admin, input: { slug: "one-of-two", version: 1 } })).rejects.toMatchObject({ status: 410 });
  const [current] = await catalog.db.select({ purgedAt: versions.purgedAt }).from(versions).where(eq(versions.id, (await findVersion(catalog.admin, { slug: "one-of-two" })).version.id));
  expect(current?.purgedAt).toBeNull();
});

it("keeps a purged version out of what was read before", async () => {
  for (const path of ["/kept", "/newer"]) await catalog.publish(openapi({ title: "Read before", paths: [path] }), { interface: "read-before" });
  await pruneRows(catalog.db, { lineId: await lineOf("read-before") });
  expect(await keysOf("read-before", 1)).toEqual(["GET /kept"]);
  await purgeVersion({ ctx: catalog.admin, input: { slug: "read-before", version: 1, reason: "leaked" } });
  expect(await keysOf("read-before", 1)).toEqual([]);
});

import { readdir, readFile } from "node:fs/promises";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { getTableName, is, sql } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { connect } from "./client.ts";
import { migrate } from "./migrate.ts";

const root = import.meta.dirname;
let schema: Record<string, unknown>;
let test: TestDatabase;
beforeAll(async () => {
  const files = (await readdir(`${root}/schema`, { recursive: true })).filter((file) => file.endsWith(".ts"));
  schema = Object.assign({}, ...(await Promise.all(files.map((file) => import(`${root}/schema/${file}`)))));
  test = await createTestDatabase({ migrated: false });
});
afterAll(() => test.drop());

it("brings an empty database to the schema, also when two do so at once, and again", async () => {
  await Promise.all([migrate(test.url), migrate(test.url)]);
  await migrate(test.url);
  const { db, close } = connect(test.url);
  const { rows } = await db.execute<{ name: string; columns: string[] }>(sql`
    select c.table_name as name, array_agg(c.column_name || ' ' || c.is_nullable order by c.column_name)::text[] as columns
    from information_schema.columns c where c.table_schema = 'public' group by c.table_name order by c.table_name`);
  await close();
  const casing = new CasingCache("snake_case");
  const declared = Object.values(schema)
    .filter((value) => is(value, PgTable))
    .map((table) => ({ name: getTableName(table), columns: getTableConfig(table).columns.map((column) => `${casing.getColumnCasing(column)} ${column.notNull ? "NO" : "YES"}`).sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(rows.map(({ name, columns }) => ({ name, columns: columns.sort() }))).toEqual(declared);
});

it("has a migration for every change of the schema", async () => {
  const journal = JSON.parse(await readFile(`${root}/migrations/meta/_journal.json`, "utf8")) as { entries: { idx: number; tag: string }[] };
  const last = journal.entries.at(-1)?.tag.slice(0, 4);
  const snapshot = JSON.parse(await readFile(`${root}/migrations/meta/${last}_snapshot.json`, "utf8"));
  expect(await generateMigration(snapshot, generateDrizzleJson(schema, snapshot.id, undefined, "snake_case"))).toEqual([]);
  const files = (await readdir(`${root}/migrations`)).filter((file) => file.endsWith(".sql")).map((file) => file.replace(/\.sql$/, "")).sort();
  expect(journal.entries.map(({ tag }) => tag)).toEqual(files);
});

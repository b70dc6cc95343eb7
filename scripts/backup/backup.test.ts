import { mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { Client } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { migrate } from "#db/migrate.ts";
import { migrateTo, migrationsFolder } from "#scripts/backup/migrate-to.ts";
import { readBackup } from "#scripts/backup/read-backup.ts";
import { writeBackup } from "#scripts/backup/write-backup.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";

let folder: string;
let file: string;
const made: TestDatabase[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "intermesh-backup-"));
  file = path.join(folder, "saved");
});
afterEach(async () => {
  await Promise.all(made.splice(0).map((database) => database.drop()));
  await rm(folder, { recursive: true, force: true });
});

async function database(migrated: boolean): Promise<string> {
  const one = await createTestDatabase({ migrated });
  made.push(one);
  return one.url;
}

async function run(url: string, ...statements: string[]) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table, as text. */
async function everything(url: string) {
  const tables = await run(url, "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1");
  return Object.fromEntries(await Promise.all(tables.map(async ({ name }) => [name, (await run(url, `select t::text as row from public."${String(name)}" t order by 1`)).map(({ row }) => row)])));
}

// Text that COPY has to escape, bytes of every value, and more of them than one frame holds.
const content = [
  String.raw`insert into domains (slug, name, description) values ('sales', E'Sales\t\\N\n\\.\n€', null)`,
  "insert into teams (slug, name, domain_id) values ('orders', 'Orders', (select id from domains))",
  `insert into blobs (sha256, zstd, size) select n::text, decode(repeat('00ff5c0a', 50000), 'hex'), n from generate_series(1, 5) n`,
  "insert into audit_log (actor, actor_name, action, subject) values ('token:1', 'CI', 'publish', 'interface')",
  "insert into settings (key, value) values ('strict', 'true')",
];

it("brings back every row, into an empty database, and numbers go on where they were", async () => {
  const before = await database(true);
  await run(before, ...content);
  const kept = await everything(before);
  const count = Object.values(kept).flat().length;
  expect(count).toBeGreaterThanOrEqual(9);
  const written = await writeBackup(before, file, "secret of sessions");
  expect(written.rows).toBe(count);
  expect((await stat(file)).mode & 0o077).toBe(0);

  const after = await database(false);
  const { rows, header } = await readBackup(file, after);
  expect(rows).toBe(count);
  expect(header.sessionSecret).toBe("secret of sessions");
  expect(await everything(after)).toEqual(kept);
  expect(await run(after, "insert into teams (slug, name) values ('next', 'Next') returning id")).toEqual([{ id: 2 }]);
});

it("restores keys and triggers with the rows: the audit log is still append-only", async () => {
  const before = await database(true);
  await run(before, ...content);
  await writeBackup(before, file, null);
  const after = await database(false);
  await readBackup(file, after);
  await expect(run(after, "delete from audit_log")).rejects.toThrow(/append-only/);
  await expect(run(after, "truncate audit_log")).rejects.toThrow(/append-only/);
  await expect(run(after, "update teams set domain_id = 99")).rejects.toThrow(/foreign key/);
  const shape = "select conname, pg_get_constraintdef(oid) as definition from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2";
  expect(await run(after, shape)).toEqual(await run(before, shape));
});

it("keeps what was there when a release with more migrations starts on it", async () => {
  const url = await database(false);
  await migrateTo(url, 2);
  await run(url, ...content);
  await migrate(url);
  expect(await run(url, "select name from teams")).toEqual([{ name: "Orders" }]);
  expect((await run(url, "select count(*)::int as done from drizzle.__drizzle_migrations"))[0]).toEqual({ done: readMigrationFiles({ migrationsFolder }).length });
});

it("restores a backup of an earlier release and brings it to this one's schema", async () => {
  const before = await database(false);
  await migrateTo(before, 2);
  await run(before, ...content);
  await writeBackup(before, file, null);
  const after = await database(false);
  await readBackup(file, after);
  expect(await run(after, "select slug from teams")).toEqual([{ slug: "orders" }]);
  expect((await run(after, "select count(*)::int as done from drizzle.__drizzle_migrations"))[0]).toEqual({ done: readMigrationFiles({ migrationsFolder }).length });
});

it("refuses a backup of a release that it does not know", async () => {
  const before = await database(true);
  await run(before, "insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9999999999999)");
  await writeBackup(before, file, null);
  await expect(readBackup(file, await database(false))).rejects.toThrow(/another release of Intermesh/);
});

it("refuses a file that was cut short, and one that is no backup", async () => {
  const before = await database(true);
  await run(before, ...content);
  await writeBackup(before, file, null);
  await truncate(file, (await stat(file)).size - 40);
  await expect(readBackup(file, await database(false))).rejects.toThrow(/not a whole one|ends in the middle/);
  await writeFile(file, "hello");
  await expect(readBackup(file, await database(false))).rejects.toThrow(/is not a backup of Intermesh/);
});

it("overwrites no file, and leaves none behind when it fails", async () => {
  await writeFile(file, "older");
  await expect(writeBackup(await database(true), file, null)).rejects.toThrow(/exists already/);
  expect(await readFile(file, "utf8")).toBe("older");
  const other = path.join(folder, "other");
  await expect(writeBackup(await database(false), other, null)).rejects.toThrow();
  await expect(stat(`${other}.partial`)).rejects.toThrow();
});

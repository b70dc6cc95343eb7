import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Client } from "pg";
import { migrate } from "#db/migrate.ts";
import { prepareQueues } from "#lib/jobs/boss.ts";

export type TestDatabase = { url: string; drop(): Promise<void> };

/**
 * A database of its own for a test file: empty, migrated, gone after `drop()`. Takes some 50 ms once the first has been made.
 * `migrated: false` gives one without any table.
 */
export async function createTestDatabase({ migrated = true }: { migrated?: boolean } = {}): Promise<TestDatabase> {
  const server = testServerUrl();
  const template = migrated ? await ensureTemplate(server) : "template1";
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await withClient(server, (client) => client.query(`create database ${name} template ${template}`));
  return {
    url: withDatabase(server, name),
    drop: () => withClient(server, (client) => dropDatabase(client, name)),
  };
}

/** An autovacuum worker that is in the database just then is not ours to end: it goes by itself. */
async function dropDatabase(client: Client, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== "42501" || attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function testServerUrl(): string {
  const url = process.env["INTERMESH_TEST_DATABASE_URL"];
  if (!url) throw new Error("INTERMESH_TEST_DATABASE_URL is not set: run tests through vitest, whose setup starts the engines.");
  return url;
}

/** Migrates once for all test files; the name follows the migrations, so that an edited one makes a new template. */
async function ensureTemplate(server: string): Promise<string> {
  const journal = await readFile(new URL("../../db/migrations/meta/_journal.json", import.meta.url), "utf8");
  const name = `template_${createHash("sha256").update(journal).digest("hex").slice(0, 12)}`;
  return withClient(server, async (client) => {
    await client.query("select pg_advisory_lock(4711)");
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) {
      const partial = `${name}_partial`;
      await client.query(`drop database if exists ${partial} with (force)`);
      await client.query(`create database ${partial}`);
      await migrate(withDatabase(server, partial));
      await prepareQueues(withDatabase(server, partial));
      await client.query(`alter database ${partial} rename to ${name}`);
    }
    await client.query("select pg_advisory_unlock(4711)");
    return name;
  });
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

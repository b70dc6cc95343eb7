import { Client } from "pg";
import { afterAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";

const made: TestDatabase[] = [];
afterAll(() => Promise.all(made.map((database) => database.drop())));

async function query(url: string, text: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

it("gives each caller a migrated database of its own, even when several ask at once", async () => {
  made.push(...(await Promise.all([createTestDatabase(), createTestDatabase(), createTestDatabase()])));
  expect(new Set(made.map((database) => database.url)).size).toBe(3);
  for (const { url } of made) {
    const [row] = await query(url, "select count(*)::int as migrations from drizzle.__drizzle_migrations");
    expect(row.migrations).toBeGreaterThan(0);
  }
});

it("is not used as a superuser", async () => {
  const [row] = await query(made[0]!.url, "select rolsuper from pg_roles where rolname = current_user");
  expect(row.rolsuper).toBe(false);
});

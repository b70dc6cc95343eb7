import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startPostgres, type PostgresEngine } from "#scripts/engines/postgres.ts";

let home: string;
let engine: PostgresEngine | undefined;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), "intermesh-postgres-"));
});
afterEach(async () => {
  await engine?.stop();
  engine = undefined;
  await rm(home, { recursive: true, force: true });
});

// The temporary folder is its maker's alone, as /root is: as root this also shows that the cluster works in such a place.
const start = () => startPostgres({ directory: path.join(home, "postgres"), logFile: path.join(home, "postgres.log"), superuserPassword: "first", databasePassword: "second", durable: false });

async function value(url: string, text: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(text)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

it("asks everyone for a password, sorts the same on every machine, and can search by trigrams", async () => {
  engine = await start();
  await expect(value(engine.url.replace("second", "guess"), "select 1")).rejects.toThrow(/password/);
  expect(await value(engine.url, "show server_encoding")).toBe("UTF8");
  expect(await value(engine.url, "select datlocale from pg_database where datname = current_database()")).toBe("C.UTF-8");
  await value(engine.url, "create extension pg_trgm");
  expect(await value(engine.url, "select lower('ÄÖ')")).toBe("äö");
});

it("takes over from a server that its starter could not stop", async () => {
  const lost = await start();
  await value(lost.url, "create table kept as select 7 as number");
  engine = await start();
  expect(lost.identity()).toBeNull();
  expect(await value(engine.url, "select number from kept")).toBe(7);
});

it("starts again on its old port after it was killed, with what was committed", async () => {
  engine = await start();
  await value(engine.url, "create table kept as select 7 as number");
  process.kill(engine.identity()!.pid, "SIGKILL");
  await engine.start();
  expect(await value(engine.url, "select number from kept")).toBe(7);
});

it("leaves data of another major version alone and says how to bring it over", async () => {
  engine = await start();
  await engine.stop();
  await writeFile(path.join(home, "postgres", "PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow(/written by PostgreSQL 17, and this Intermesh brings PostgreSQL 18.*npm run backup/s);
  expect(await readFile(path.join(home, "postgres", "PG_VERSION"), "utf8")).toBe("17\n");
});


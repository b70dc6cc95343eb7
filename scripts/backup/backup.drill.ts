import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { pinnedNode } from "#scripts/install.mjs";
import { projectRoot } from "#scripts/run/state.ts";
import { startStack, type Stack } from "#scripts/stack.ts";

let folder: string;
let stack: Stack | undefined;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "intermesh-drill-"));
});
afterEach(async () => {
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Runs `npm run backup` or `npm run restore` as a user would, on the given state folder. */
async function script(name: "backup" | "restore", home: string, ...args: string[]) {
  const { DATABASE_URL: _database, MEILI_URL: _meili, ...env } = process.env;
  return promisify(execFile)(pinnedNode(), [path.join("scripts", `${name}.ts`), ...args], { cwd: projectRoot, env: { ...env, INTERMESH_HOME: home } });
}

async function query(url: string, text: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const counts = `select (select count(*) from interfaces) as interfaces, (select count(*) from versions) as versions,
  (select count(*) from operations) as operations, (select count(*) from blobs) as blobs, (select count(*) from audit_log) as entries`;

const waitingJobs = "select count(*)::int as waiting from pgboss.job where state in ('created', 'retry', 'active') and name <> 'reconcile'";

it("brings the whole catalog back after its state folder was lost, found by search as before", async () => {
  const home = path.join(folder, "home");
  const file = path.join(folder, "saved");
  stack = await startStack({ home });
  const search = async () => {
    const answer = await fetch(`${stack!.url}/api/v1/search?q=order&limit=20`, { headers: { authorization: `Bearer ${stack!.token}` } });
    const { results } = (await answer.json()) as { results: { kind: string; key: string }[] };
    return results.map(({ kind, key }) => `${kind} ${key}`).sort();
  };
  // The last jobs of the demo's publishing may still run.
  const { databaseUrl } = stack;
  await expect.poll(async () => (await query(databaseUrl, waitingJobs))[0]?.["waiting"], { timeout: 120_000, interval: 250 }).toBe(0);
  const before = (await query(databaseUrl, counts))[0];
  const found = await search();
  expect(found.length).toBeGreaterThan(0);
  // The server runs on while it is backed up.
  await script("backup", home, file);
  await expect(script("restore", home, file)).rejects.toThrow(/Stop it with Ctrl-C/);
  await stack.stop();

  const other = path.join(folder, "other");
  await script("restore", other, file);
  stack = await startStack({ home: other });
  const after = (await query(stack.databaseUrl, counts))[0];
  expect({ ...after, entries: 0 }).toEqual({ ...before, entries: 0 });
  await expect.poll(search, { timeout: 60_000, interval: 250 }).toEqual(found);
});

it("replaces a catalog only when told to, and changes nothing when the file is bad", async () => {
  const home = path.join(folder, "home");
  const file = path.join(folder, "saved");
  stack = await startStack({ home });
  const before = (await query(stack.databaseUrl, counts))[0];
  await stack.stop();
  // At rest, the backup starts the database for itself.
  await script("backup", home, file);
  await expect(script("restore", home, file)).rejects.toThrow(/--replace/);
  await expect(script("restore", home, "--replace", path.join(projectRoot, "package.json"))).rejects.toThrow(/is not a backup of Intermesh/);
  await script("restore", home, "--replace", file);
  stack = await startStack({ home });
  expect((await query(stack.databaseUrl, counts))[0]).toMatchObject({ versions: before!["versions"], blobs: before!["blobs"] });
});

import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { indexDifferences, waitUntilIndexed } from "#scripts/drills/inspect-catalog.ts";
import { startLocalMeilisearch } from "#scripts/engines/start-engines.ts";
import type { MeilisearchEngine } from "#scripts/engines/meilisearch.ts";
import { makeStateHome, statePaths } from "#scripts/run/state.ts";
import { startStack, type Stack } from "#scripts/stack.ts";

// The search server is ours here, so that the product's own supervisor does not bring it back before we want it.
const key = randomBytes(24).toString("base64url");
const operations = 1_200;
let home: string;
let engine: MeilisearchEngine | null;
let stack: Stack;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "intermesh-drill-"));
  await makeStateHome(path.join(home, "engine"));
  engine = await startLocalMeilisearch(path.join(home, "engine"), key);
  if (!engine) return;
  stack = await startStack({ home: path.join(home, "product"), empty: true, env: { MEILI_URL: engine.url, MEILI_MASTER_KEY: key } });
  const paths = Object.fromEntries(Array.from({ length: operations }, (_, number) => [`/parts/${number}`, { get: { operationId: `getPart${number}`, summary: `Get part ${number}`, responses: { 200: { description: "it" } } } }]));
  const response = await fetch(`${stack.url}/api/v1/specs?interface=parts&new=true`, {
    method: "POST", headers: { authorization: `Bearer ${stack.token}`, "content-type": "application/json" },
    body: JSON.stringify({ openapi: "3.0.3", info: { title: "Parts", version: "1" }, paths }),
  });
  expect(response.status).toBe(201);
  await waitUntilIndexed(stack);
});
afterAll(async () => {
  await stack?.stop();
  await engine?.stop();
  await rm(home, { recursive: true, force: true });
});

it("goes on answering completely while Meilisearch is gone, says so, and returns to it when it is back", async ({ skip }) => {
  if (!engine) return skip();
  const watcher = watch();
  await until(() => watcher.engines.has("meilisearch"));
  engine.process().kill("SIGKILL");
  await until(() => watcher.last?.engine === "postgres");
  expect((await ask()).degraded).toBe(true);
  await engine.start();
  await until(() => watcher.last?.engine === "meilisearch");
  await expectWhole(await watcher.stop());
});

it("fills a Meilisearch that comes back empty, and answers completely meanwhile", async ({ skip }) => {
  if (!engine) return skip();
  const watcher = watch();
  engine.process().kill("SIGKILL");
  await until(() => watcher.last?.engine === "postgres");
  await rm(statePaths(path.join(home, "engine")).meilisearch, { recursive: true, force: true });
  await engine.start();
  await until(() => watcher.last?.engine === "meilisearch");
  await expectWhole(await watcher.stop());
});

it("ends with a complete index when the worker is killed in the middle of building it anew", async ({ skip }) => {
  if (!engine) return skip();
  const watcher = watch();
  await reindex("POST");
  await until(async () => (await reindex("GET")).state === "running" || (await hasNext()));
  await stack.kill("worker");
  await until(async () => (await reindex("GET")).state === "done" && !(await hasNext()));
  await expectWhole(await watcher.stop());
});

type Seen = { engine: string; degraded: boolean; total: number; first: string | undefined; ms: number };

/** Asks one after the other, and keeps what was wrong with any answer. */
function watch() {
  const watcher = { last: null as Seen | null, engines: new Set<string>(), wrong: [] as string[], isOn: true, stop: async () => ((watcher.isOn = false), await asking, watcher.wrong) };
  const asking = (async () => {
    while (watcher.isOn) {
      const seen = await ask().catch((error: unknown) => String(error));
      if (typeof seen === "string") watcher.wrong.push(seen);
      else {
        watcher.last = seen;
        watcher.engines.add(seen.engine);
        if (seen.total < operations || seen.first !== "GET /parts/7") watcher.wrong.push(JSON.stringify(seen));
      }
      await sleep(20);
    }
  })();
  return watcher;
}

async function ask(): Promise<Seen> {
  const started = performance.now();
  const [all, one] = await Promise.all(["q=part&kind=operation", "q=getPart7"].map(async (query) => {
    const response = await fetch(`${stack.url}/api/v1/search?${query}`);
    if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 200)}`);
    return (await response.json()) as { engine: string; degraded: boolean; facets: { kind?: Record<string, number> }; results: { key: string }[] };
  }));
  return { engine: all?.engine ?? "", degraded: all?.degraded ?? false, total: all?.facets.kind?.["operation"] ?? 0, first: one?.results[0]?.key, ms: performance.now() - started };
}

async function reindex(method: "GET" | "POST"): Promise<{ state: string }> {
  const response = await fetch(`${stack.url}/api/v1/search/reindex`, { method, headers: { authorization: `Bearer ${stack.token}` } });
  return (await response.json()) as { state: string };
}

/** An index is being built beside the running one. */
async function hasNext(): Promise<boolean> {
  const response = await fetch(`${engine?.url}/indexes?limit=100`, { headers: { authorization: `Bearer ${key}` } });
  return ((await response.json()) as { results: { uid: string }[] }).results.some(({ uid }) => uid.endsWith("-next"));
}

async function expectWhole(wrong: string[]): Promise<void> {
  expect(wrong).toEqual([]);
  expect(await waitUntilIndexed(stack)).toEqual({ waiting: 0, jobs: [] });
  expect(await indexDifferences(stack)).toEqual([]);
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(50);
}

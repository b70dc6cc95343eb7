import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { halfVisible, indexDifferences, waitUntilIndexed } from "#scripts/drills/inspect-catalog.ts";
import { randomFrom } from "#scripts/drills/random-from.ts";
import { startPublisher, type Acknowledged } from "#scripts/drills/publisher.ts";
import { startStack, type Stack } from "#scripts/stack.ts";

// A few points in every run; `DRILL_POINTS=200 npx vitest run --project drills scripts/drills` for the long one.
const points = Number(process.env["DRILL_POINTS"] ?? 6);
const seed = Number(process.env["DRILL_SEED"] ?? Date.now() % 1_000_000);
const timeoutMs = 180_000 + points * 10_000;

let home: string;
let stack: Stack;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), "intermesh-drill-"));
  stack = await startStack({ home, empty: true });
});
afterEach(async () => {
  await stack.stop();
  await rm(home, { recursive: true, force: true });
});

it(`loses no acknowledged version when web and worker are killed while publishing (${points} points, seed ${seed})`, { timeout: timeoutMs }, async () => {
  const random = randomFrom(seed);
  const publisher = startPublisher(stack);
  for (let point = 0; point < points; point++) {
    await sleep(200 + random() * 1_500);
    await stack.kill(random() < 0.5 ? "web" : "worker");
  }
  await untilReady();
  await sleep(500);
  await publisher.stop();
  await expectWhole(publisher.acknowledged);
  expect(publisher.unexpected).toEqual([]);
});

it("goes on by itself after PostgreSQL was killed under load", { timeout: timeoutMs }, async () => {
  const publisher = startPublisher(stack);
  await acknowledgedBy(publisher, 3);
  await stack.kill("postgres");
  await untilReady();
  await acknowledgedBy(publisher, publisher.acknowledged.length + 3);
  await publisher.stop();
  await expectWhole(publisher.acknowledged);
});

/** Every acknowledged version is there with its text, nothing is half there, and the index equals the database. */
async function expectWhole(acknowledged: Acknowledged[]): Promise<void> {
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(await waitUntilIndexed(stack)).toEqual({ waiting: 0, jobs: [] });
  expect(await halfVisible(stack.databaseUrl)).toEqual([]);
  expect(await indexDifferences(stack)).toEqual([]);
  const newest = new Map<string, Acknowledged>();
  for (const version of acknowledged) {
    const answer = await fetch(`${stack.url}/api/v1/interfaces/${version.slug}/versions/${version.sequence}/spec`, { headers: { authorization: `Bearer ${stack.token}` } });
    expect(await answer.text(), `${version.slug} ${version.sequence}`).toBe(version.text);
    if (version.sequence > (newest.get(version.slug)?.sequence ?? 0)) newest.set(version.slug, version);
  }
  for (const { operationId, slug } of newest.values()) {
    const found = (await fetch(`${stack.url}/api/v1/search?q=${operationId}&limit=1`, { headers: { authorization: `Bearer ${stack.token}` } }).then((answer) => answer.json())) as { results: { interface: { slug: string }; name: string }[] };
    expect(found.results[0], operationId).toMatchObject({ interface: { slug }, name: operationId });
  }
}

async function acknowledgedBy(publisher: { acknowledged: Acknowledged[] }, count: number): Promise<void> {
  while (publisher.acknowledged.length < count) await sleep(50);
}

async function untilReady(): Promise<void> {
  for (;;) {
    const status = await fetch(`${stack.url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then((answer) => answer.status, () => 0);
    if (status === 200) return;
    await sleep(100);
  }
}

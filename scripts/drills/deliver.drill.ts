import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { idOf } from "#lib/notify/channels/webhook.ts";
import { openDeliveryScene, type DeliveryScene } from "#scripts/drills/delivery-scene.ts";
import { randomFrom } from "#scripts/drills/random-from.ts";

const events = Number(process.env["DRILL_EVENTS"] ?? 1_000);
const subscribers = Number(process.env["DRILL_SUBSCRIBERS"] ?? 20);
const kills = Number(process.env["DRILL_KILLS"] ?? 5);
const seed = Number(process.env["DRILL_SEED"] ?? Date.now() % 1_000_000);
const timeoutMs = 120_000 + events * 600;

let scene: DeliveryScene;
afterEach(() => scene.close());

it(`delivers ${events} events to ${subscribers} subscribers over three channels exactly once by key, and all of them, when the worker is killed ${kills} times (seed ${seed})`, { timeout: timeoutMs }, async () => {
  scene = await openDeliveryScene({ subscribers });
  const started = performance.now();
  const expected = 2 * events * subscribers;
  // Counted in what has arrived, so that they fall into the work however fast the machine is.
  const random = randomFrom(seed);
  const points = Array.from({ length: kills }, () => Math.floor(random() * expected)).sort((a, b) => a - b);
  const telling = scene.tell(events);
  for (const point of points) {
    await until(() => arrived() >= point);
    await scene.worker.killAndStart();
  }
  await telling;
  await until(async () => arrived() >= expected && (await scene.states())["delivered"] === expected);

  expect(await scene.states()).toEqual({ delivered: expected });
  expect(differences(scene.mailbox.arrived.times, scene.mailKeys())).toEqual({ missing: [], unasked: [] });
  expect(differences(scene.hooks.arrived.times, scene.hookKeys())).toEqual({ missing: [], unasked: [] });
  const { rows } = await scene.catalog.db.execute(sql`select count(*)::int as items, count(distinct (user_id, news_id))::int as different from inbox_items`);
  expect(rows).toEqual([{ items: events * subscribers, different: events * subscribers }]);
  // What arrived again was sent again by a worker that could not know: each time is an attempt on record.
  expect(await arrivedOftenerThanSent()).toEqual([]);
  expect(scene.worker.hasEnded()).toBe(false);
  const seconds = (performance.now() - started) / 1_000;
  process.stderr.write(`${expected} messages in ${seconds.toFixed(1)} s, ${kills} kills, ${arrived() - expected} came again under the same key\n`);
});

const arrived = (): number => scene.mailbox.arrived.count() + scene.hooks.arrived.count();

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    if (scene.worker.hasEnded()) throw new Error(`The worker ended by itself.\n${scene.worker.output()}`);
    await sleep(50);
  }
}

function differences(times: ReadonlyMap<string, number>, wanted: string[]): { missing: string[]; unasked: string[] } {
  const known = new Set(wanted);
  return { missing: wanted.filter((key) => !times.has(key)), unasked: [...times.keys()].filter((key) => !known.has(key)) };
}

async function arrivedOftenerThanSent(): Promise<string[]> {
  const { rows } = await scene.catalog.db.execute<{ key: string; attempts: number }>(sql`select key, attempts from deliveries`);
  return rows.filter(({ key, attempts }) => {
    const id = idOf(key);
    return (scene.mailbox.arrived.times.get(id) ?? 0) + (scene.hooks.arrived.times.get(id) ?? 0) > attempts;
  }).map(({ key }) => key);
}

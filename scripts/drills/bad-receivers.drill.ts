import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { sendAgain } from "#lib/catalog/endpoints/send-again.ts";
import { sendAllAgain } from "#lib/catalog/endpoints/send-all-again.ts";
import { listDeliveries } from "#lib/catalog/endpoints/list-deliveries.ts";
import { idOf } from "#lib/notify/channels/webhook.ts";
import { badManners, type BadManner, badReceivers } from "#scripts/drills/bad-manners.ts";
import { openDeliveryScene, type DeliveryScene } from "#scripts/drills/delivery-scene.ts";

const subscribers = 25;
const events = 20;
const forbidden = 99;

let scene: DeliveryScene;
afterEach(() => scene.close());

it("is held up by no receiver that is slow, fails, redirects to this machine, never answers or never ends, and says what became of each", { timeout: 240_000 }, async () => {
  const forgiven = new Set<BadManner>();
  const askedOfForbidden: number[] = [];
  const bad = badReceivers(() => `${scene.hooks.url}/hooks/${forbidden}`);
  scene = await openDeliveryScene({
    subscribers,
    manner: (subscriber) => {
      if (subscriber === forbidden) askedOfForbidden.push(subscriber);
      const manner = badManners[subscriber];
      return manner && !forgiven.has(manner) ? bad[manner] : undefined;
    },
  });
  await scene.tell(events);

  // Everyone else has all of it although five receivers out of twenty-five are as bad as can be; so has their own e-mail.
  const good = scene.hookKeys(scene.people.slice(badManners.length));
  await until(() => good.every((key) => scene.hooks.arrived.times.has(key)) && scene.mailKeys().every((key) => scene.mailbox.arrived.times.has(key)));
  await until(async () => (await stateOf("redirecting")).failed === events && (await stateOf("endless")).delivered === events && (await stateOf("slow")).delivered > 0 && ((await stateOf("silent")).endpoint?.failures ?? 0) > 1);
  const { rows } = await scene.catalog.db.execute(sql`select max(length(answer)) as longest from deliveries where channel = 'endpoint'`);
  expect({ askedOfForbidden, times: Math.max(...good.map((key) => scene.hooks.arrived.times.get(key) ?? 0)), kept: rows }).toEqual({ askedOfForbidden: [], times: 1, kept: [{ longest: 0 }] });

  // Who fails is left alone; most of what is for them has not cost an attempt.
  for (const manner of ["failing", "silent"] as const) {
    const { endpoint, attempts } = await stateOf(manner);
    expect(endpoint?.failures, manner).toBeGreaterThan(1);
    expect(endpoint?.pausedUntil, manner).toBeInstanceOf(Date);
    expect(attempts, manner).toBeLessThan(events);
  }
  // What cannot succeed has come to its end, says why, and can be sent again once the receiver is in order.
  const { ctx, endpointId } = scene.people[badManners.indexOf("redirecting")] as DeliveryScene["people"][number];
  const [given] = (await listDeliveries({ ctx, input: { endpointId, state: "failed" } })).items;
  expect(given).toMatchObject({ status: 302, attempts: 1, problem: expect.stringMatching(/a redirect; those are not followed/) as string });
  forgiven.add("redirecting");
  await sendAgain({ ctx, input: { deliveryId: given?.id ?? 0 } });
  await until(() => scene.hooks.arrived.times.has(idOf(given?.key ?? "")));
  expect(await sendAllAgain({ ctx, input: { endpointId } })).toEqual({ count: events - 1 });
  await until(async () => (await stateOf("redirecting")).delivered === events);
});

async function stateOf(manner: BadManner) {
  const endpointId = scene.people[badManners.indexOf(manner)]?.endpointId ?? 0;
  const { rows } = await scene.catalog.db.execute<{ delivered: number; failed: number; attempts: number }>(sql`
    select count(*) filter (where state = 'delivered')::int as delivered, count(*) filter (where state = 'failed')::int as failed, coalesce(sum(attempts), 0)::int as attempts
    from deliveries where endpoint_id = ${endpointId}`);
  const endpoint = (await scene.endpoints()).find(({ id }) => id === endpointId);
  return { delivered: 0, failed: 0, attempts: 0, ...rows[0], endpoint };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    if (scene.worker.hasEnded()) throw new Error(`The worker ended by itself.\n${scene.worker.output()}`);
    await sleep(100);
  }
}

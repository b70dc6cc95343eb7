import { setTimeout as sleep } from "node:timers/promises";
import { idOf } from "../../lib/notify/channels/webhook.ts";
import { badManners, badReceivers } from "../../scripts/drills/bad-manners.ts";
import { openDeliveryScene } from "../../scripts/drills/delivery-scene.ts";

// Two events a second, as on a busy day; how long it takes until a good receiver has each, with so many bad ones beside it.
const [receivers = 0, bad = 0, beats = 0] = process.argv.slice(2).map(Number);
const manners = badReceivers(() => "http://127.0.0.1:1/", 9_000);
const mannerOf = (subscriber: number) => badManners[subscriber % badManners.length] ?? "silent";
const scene = await openDeliveryScene({ subscribers: receivers, manner: (subscriber) => (subscriber < bad ? manners[mannerOf(subscriber)] : undefined) });
await scene.untilReady();
for (let beat = 0; beat < beats; beat++) {
  await scene.tell(1);
  await sleep(500);
}
const good = scene.people.slice(bad);
const end = Date.now() + 60_000;
while (scene.hookKeys(good).some((key) => !scene.hooks.arrived.at.has(key)) && Date.now() < end) await sleep(200);
const delays = scene.told.flatMap(({ newsId, at }) => good.flatMap(({ endpointId }) => {
  const arrived = scene.hooks.arrived.at.get(idOf(`news ${newsId} endpoint ${endpointId}`));
  return arrived === undefined ? [] : [Math.max(0, arrived - at)];
})).sort((a, b) => a - b);
const became = (await scene.endpoints()).slice(0, bad).map(({ failures, pausedUntil }, index) => `${mannerOf(index)}: ${failures} failures in a row${pausedUntil ? ", left alone" : ""}`).join("; ");
await scene.close();
process.stdout.write(JSON.stringify({ p95: delays[Math.floor(delays.length * 0.95)] ?? 0, most: delays.at(-1) ?? 0, missing: scene.told.length * good.length - delays.length, became }));
process.exit(0);

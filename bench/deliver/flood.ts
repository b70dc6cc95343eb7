import { setTimeout as sleep } from "node:timers/promises";
import { openDeliveryScene } from "../../scripts/drills/delivery-scene.ts";

// Events all at once, and until the last message has arrived. In a process of its own: a catalog is opened once for each.
const [events = 0, subscribers = 0] = process.argv.slice(2).map(Number);
const scene = await openDeliveryScene({ subscribers });
await scene.untilReady();
const messages = 2 * events * subscribers;
const started = performance.now();
await scene.tell(events);
while (scene.hooks.arrived.count() + scene.mailbox.arrived.count() < messages) await sleep(20);
const ms = performance.now() - started;
await scene.close();
process.stdout.write(JSON.stringify({ messages, ms }));
process.exit(0);

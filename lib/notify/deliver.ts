import type { Database } from "#db/client.ts";
import type { deliveries } from "#db/schema/notify/deliveries.ts";
import type { Outcome } from "./channels/channel.ts";
import { sendByEmail } from "./channels/email.ts";
import { sendToEndpoint } from "./channels/endpoint.ts";
import { noteOutcomes, putBack, type Attempt } from "./note-outcomes.ts";
import { prepareDeliveries, type Ready } from "./prepare-deliveries.ts";

export type Delivery = typeof deliveries.$inferSelect;

/** How many are prepared together, and how many of those are on their way at once. */
const chunkOf = 25;
const atOnce = { email: 5, endpoint: 4 };
/** Jobs that are held longer are taken for lost; what is left by then waits for its next turn. */
const turnMs = 45_000;

/**
 * Makes one attempt at each of these deliveries to one receiver, to whoever may still see what they tell. A failure is tried
 * again later, by a job of its own; killed between sending and noting it, it is sent again under the same key. Where the
 * receiver fails several times in a row the rest is put off, without an attempt being counted.
 */
export async function deliverToReceiver(db: Database, deliveryIds: number[], isOver: (deliveryId: number) => void = () => undefined): Promise<void> {
  const until = Date.now() + turnMs;
  for (let from = 0; from < deliveryIds.length; from += chunkOf) {
    const chunk = deliveryIds.slice(from, from + chunkOf);
    const ready = await prepareDeliveries(db, chunk);
    const sent = new Set(ready.map(({ delivery }) => delivery.id));
    for (const id of chunk) if (!sent.has(id)) isOver(id);
    if (ready.length > 0) await sendAll(db, ready, until, isOver);
  }
}

/** Makes one attempt at one delivery. */
export async function deliver(db: Database, { deliveryId }: { deliveryId: number }): Promise<void> {
  await deliverToReceiver(db, [deliveryId]);
}

async function sendAll(db: Database, ready: Ready[], until: number, isOver: (deliveryId: number) => void): Promise<void> {
  const rest = [...ready];
  const made: Attempt[] = [];
  let failures = ready[0]?.endpoint?.failures ?? 0;
  let noting: Promise<void> = Promise.resolve();
  // What came back while the last was written is written together; nobody waits for the slowest.
  const note = (): void => {
    noting = noting.then(async () => {
      const some = made.splice(0);
      if (some.length === 0) return;
      await noteOutcomes(db, some);
      for (const { delivery } of some) isOver(delivery.id);
    });
    // Awaited below, when all are sent; until then nobody else minds it.
    noting.catch(() => undefined);
  };
  async function lane(): Promise<void> {
    while (failures < 2 && Date.now() < until) {
      const next = rest.shift();
      if (!next) return;
      const { outcome, request } = await send(next);
      if (outcome.ok) failures = 0;
      else if (!isAnswer(next, outcome)) failures++;
      made.push({ delivery: next.delivery, outcome, request });
      note();
    }
  }
  const lanes = failures > 0 ? 1 : atOnce[ready[0]?.endpoint ? "endpoint" : "email"];
  // One that is left alone after failures has its one attempt that finds out how things are.
  failures = Math.min(failures, 1);
  await Promise.all(Array.from({ length: lanes }, lane));
  await noting;
  if (rest.length === 0) return;
  await putBack(db, rest.map(({ delivery }) => delivery));
  for (const { delivery } of rest) isOver(delivery.id);
}

async function send({ endpoint, email, message }: Ready): Promise<{ outcome: Outcome; request: object }> {
  return endpoint ? sendToEndpoint(endpoint, message) : sendByEmail(email, message);
}

/** A refusal for good, or one of a mailbox, is an answer like any other: it comes at once, and others need not wait for it. */
function isAnswer({ endpoint }: Ready, outcome: Outcome & { ok: false }): boolean {
  return outcome.permanent || (!endpoint && outcome.status !== null);
}

import { eq, inArray, and, sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { deliveries } from "#db/schema/notify/deliveries.ts";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { groupOf, nextAttempt, pauseAfter } from "./backoff.ts";
import type { Outcome } from "./channels/channel.ts";
import { sendByEmail } from "./channels/email.ts";
import { endpointTimeoutMs, sendToEndpoint } from "./channels/endpoint.ts";
import { findRecipient, scopeOfPerson, scopeOfTeam } from "./recipients/scope-of-recipient.ts";
import { loadMessage } from "./words/load-message.ts";
import type { Message } from "./words/message.ts";

type Delivery = typeof deliveries.$inferSelect;
type Endpoint = typeof endpoints.$inferSelect;
type Ready = { delivery: Delivery; message: Message; send: () => Promise<{ outcome: Outcome; request: object }> };

/**
 * Makes one attempt at a delivery, to whoever may still see what it tells. A failure is tried again later, by a job of its
 * own; killed between sending and noting it, it is sent again under the same key.
 */
export async function deliver(db: Database, { deliveryId }: { deliveryId: number }): Promise<void> {
  const ready = await prepare(db, deliveryId);
  if (!ready) return;
  const { outcome, request } = await ready.send();
  await note(db, ready.delivery, outcome, request);
}

async function prepare(db: Database, deliveryId: number): Promise<Ready | null> {
  return db.transaction(async (tx) => {
    const [delivery] = await tx.select().from(deliveries).where(and(eq(deliveries.id, deliveryId), inArray(deliveries.state, ["waiting", "sending"]))).for("update");
    if (!delivery) return null;
    const end = async (state: "failed" | "withdrawn", problem: string): Promise<null> => {
      await tx.update(deliveries).set({ state, problem }).where(eq(deliveries.id, delivery.id));
      return null;
    };
    const [endpoint] = delivery.endpointId === null ? [] : await tx.select().from(endpoints).where(eq(endpoints.id, delivery.endpointId)).for("update");
    if (endpoint?.disabledAt) return end("failed", "The endpoint is switched off.");
    const pause = endpoint?.pausedUntil ? endpoint.pausedUntil.getTime() - Date.now() : 0;
    if (pause > 0) {
      // Others in the queue are not held up by an endpoint that failed just now.
      await enqueue(tx, "deliver", { deliveryId }, { startAfterSeconds: Math.ceil(pause / 1000) + Math.floor(Math.random() * 5), group: groupOf(delivery) });
      return null;
    }
    const person = await findRecipient(tx, endpoint ? (endpoint.userId ?? "") : (delivery.userId ?? ""));
    const scope = endpoint?.teamId != null ? scopeOfTeam(endpoint.teamId) : person && scopeOfPerson(person);
    if (!scope) return end("withdrawn", "The recipient is not active any more.");
    const message = await loadMessage(tx, delivery, scope);
    if (!message) return end("withdrawn", "The recipient may not see it any more, or has ended or muted the subscription.");
    await tx.update(deliveries).set({ state: "sending", attempts: sql`${deliveries.attempts} + 1`, lastAttemptAt: new Date() }).where(eq(deliveries.id, delivery.id));
    // After failures one attempt finds out how things are; the others wait for what comes of it.
    if (endpoint && endpoint.failures > 1) await tx.update(endpoints).set({ pausedUntil: new Date(Date.now() + endpointTimeoutMs + 5_000) }).where(eq(endpoints.id, endpoint.id));
    const send = sender(endpoint, person?.email, message, delivery.subscriptionId);
    return { delivery: { ...delivery, attempts: delivery.attempts + 1 }, message, send };
  });
}

function sender(endpoint: Endpoint | undefined, email: string | undefined, message: Message, subscriptionId: number | null): Ready["send"] {
  return endpoint ? () => sendToEndpoint(endpoint, message) : () => sendByEmail(email ?? "", message, subscriptionId);
}

async function note(db: Database, delivery: Delivery, outcome: Outcome, request: object): Promise<void> {
  await db.transaction(async (tx) => {
    const { status, answer } = outcome;
    const seen = { request, status, answer };
    if (outcome.ok) {
      await tx.update(deliveries).set({ ...seen, state: "delivered", problem: null, deliveredAt: new Date() }).where(eq(deliveries.id, delivery.id));
      if (delivery.endpointId !== null) await tx.update(endpoints).set({ failures: 0, pausedUntil: null }).where(and(eq(endpoints.id, delivery.endpointId), sql`${endpoints.failures} > 0`));
      return;
    }
    const wait = outcome.permanent ? null : nextAttempt(delivery.attempts);
    await tx.update(deliveries).set({ ...seen, problem: outcome.problem, state: wait === null ? "failed" : "waiting" }).where(eq(deliveries.id, delivery.id));
    if (wait !== null) await enqueue(tx, "deliver", { deliveryId: delivery.id }, { startAfterSeconds: wait, group: groupOf(delivery) });
    if (delivery.endpointId !== null) await pause(tx, delivery.endpointId);
  });
}

async function pause(tx: Transaction, endpointId: number): Promise<void> {
  const [row] = await tx.update(endpoints).set({ failures: sql`${endpoints.failures} + 1` }).where(eq(endpoints.id, endpointId)).returning({ failures: endpoints.failures });
  const seconds = pauseAfter(row?.failures ?? 0);
  if (seconds > 0) await tx.update(endpoints).set({ pausedUntil: new Date(Date.now() + seconds * 1000) }).where(eq(endpoints.id, endpointId));
}

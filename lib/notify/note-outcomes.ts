import { eq, inArray, sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { deliveries } from "#db/schema/notify/deliveries.ts";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { enqueueMany } from "#lib/jobs/enqueue.ts";
import { groupOf, nextAttempt, pauseAfter } from "./backoff.ts";
import type { Outcome } from "./channels/channel.ts";
import { lookForTold } from "./look-for-told.ts";
import { putOff } from "./prepare-deliveries.ts";
import { tellOfFailing } from "./tell-of-failing.ts";

type Delivery = typeof deliveries.$inferSelect;
/** One attempt and what came of it; `delivery` counts it already. */
export type Attempt = { delivery: Delivery; outcome: Outcome; request: object };

/** Writes down what came of attempts at one receiver, in their order: delivered, tried again later, or given up. */
export async function noteOutcomes(db: Database, attempts: Attempt[]): Promise<void> {
  const noted = attempts.map((attempt) => ({ ...attempt, wait: waitOf(attempt) }));
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      update deliveries set state = seen.state, request = seen.request, status = seen.status, answer = seen.answer, problem = seen.problem,
        delivered_at = case seen.state when 'delivered' then now() else deliveries.delivered_at end
      from json_to_recordset(${JSON.stringify(noted.map(rowOf))}::json) as seen(id bigint, state text, request jsonb, status int, answer text, problem text)
      where deliveries.id = seen.id`);
    await enqueueMany(tx, "deliver", noted.flatMap(({ delivery, wait }) => (wait === null ? [] : [{ payload: { deliveryId: delivery.id }, startAfterSeconds: wait, group: groupOf(delivery) }])));
    const endpointId = attempts[0]?.delivery.endpointId ?? null;
    if (endpointId !== null) await countFailures(tx, endpointId, attempts);
    const last = noted.findLast(({ wait }) => wait === null);
    if (endpointId !== null && last && !last.outcome.ok) await tellOfFailing(tx, endpointId, last.outcome.problem);
    await lookForTold(tx, noted.flatMap(({ delivery, outcome }) => (outcome.ok ? [delivery.id] : [])));
  });
}

/** Takes back attempts that were not made after all; they have their turn when the receiver is asked again. */
export async function putBack(db: Database, unsent: Delivery[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(deliveries).set({ state: "waiting", attempts: sql`${deliveries.attempts} - 1` }).where(inArray(deliveries.id, unsent.map(({ id }) => id)));
    await putOff(tx, unsent, 5_000);
  });
}

/** Seconds until it is tried again; `null` when it is over. */
function waitOf({ outcome, delivery }: Attempt): number | null {
  return outcome.ok || outcome.permanent ? null : nextAttempt(delivery.attempts);
}

function rowOf({ delivery, outcome, request, wait }: Attempt & { wait: number | null }) {
  const state = outcome.ok ? "delivered" : wait === null ? "failed" : "waiting";
  return { id: delivery.id, state, request, status: outcome.status, answer: outcome.answer, problem: outcome.ok ? null : outcome.problem };
}

/** Failures in a row, and how long the endpoint is left alone for them. What is refused for good is not tried again, so that nobody waits. */
async function countFailures(tx: Transaction, endpointId: number, all: Attempt[]): Promise<void> {
  const attempts = all.filter(({ outcome }) => outcome.ok || !outcome.permanent);
  const lastGood = attempts.findLastIndex(({ outcome }) => outcome.ok);
  const failed = attempts.length - 1 - lastGood;
  // Whatever comes now, it was reached: the next time that it is not, its owners are told anew.
  if (all.some(({ outcome }) => outcome.ok)) await tx.update(endpoints).set({ failingToldAt: null }).where(sql`${endpoints.id} = ${endpointId} and ${endpoints.failingToldAt} is not null`);
  if (attempts.length === 0) return;
  if (failed === 0) {
    // Most of the time there is nothing to write, and nobody waits for the row.
    await tx.update(endpoints).set({ failures: 0, pausedUntil: null }).where(sql`${endpoints.id} = ${endpointId} and ${endpoints.failures} > 0`);
    return;
  }
  const [row] = await tx.update(endpoints).set({ failures: lastGood >= 0 ? failed : sql`${endpoints.failures} + ${failed}` }).where(eq(endpoints.id, endpointId)).returning({ failures: endpoints.failures });
  const seconds = pauseAfter(row?.failures ?? 0);
  if (seconds > 0) await tx.update(endpoints).set({ pausedUntil: new Date(Date.now() + seconds * 1000) }).where(eq(endpoints.id, endpointId));
}

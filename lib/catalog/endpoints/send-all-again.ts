import { and, asc, eq, inArray, notLike } from "drizzle-orm";
import { deliveries } from "#db/schema/notify/deliveries.ts";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { enqueueMany } from "#lib/jobs/enqueue.ts";
import { groupOf } from "#lib/notify/backoff.ts";
import { findOwnEndpoint } from "./find-own-endpoint.ts";

const most = 5_000;

/** Tries all anew that an endpoint of one's own was given up for, the oldest first, with the same keys; at most 5,000 at once. */
export async function sendAllAgain({ ctx, input }: { ctx: Ctx; input: { endpointId: number } }): Promise<{ count: number }> {
  authorize(ctx, "subscription.own");
  const { id } = await findOwnEndpoint(ctx, input.endpointId);
  return ctx.db.transaction(async (tx) => {
    const failed = tx.select({ id: deliveries.id }).from(deliveries).where(and(eq(deliveries.endpointId, id), eq(deliveries.state, "failed"), notLike(deliveries.key, "test %"))).orderBy(asc(deliveries.id)).limit(most).for("update");
    const again = await tx.update(deliveries).set({ state: "waiting", attempts: 0, dueAt: new Date() }).where(inArray(deliveries.id, failed)).returning({ id: deliveries.id, endpointId: deliveries.endpointId });
    await tx.update(endpoints).set({ failures: 0, pausedUntil: null, failingToldAt: null }).where(eq(endpoints.id, id));
    await enqueueMany(tx, "deliver", again.sort((a, b) => a.id - b.id).map((row) => ({ payload: { deliveryId: row.id }, group: groupOf(row) })));
    return { count: again.length };
  });
}

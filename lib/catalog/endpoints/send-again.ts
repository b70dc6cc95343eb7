import { and, eq, inArray } from "drizzle-orm";
import { deliveries } from "#db/schema/notify/deliveries.ts";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { groupOf } from "#lib/notify/backoff.ts";
import { findOwnEndpoint } from "./find-own-endpoint.ts";

/** Tries a delivery anew that was given up, with the same key. @throws ConflictError when it is not over, or was received */
export async function sendAgain({ ctx, input }: { ctx: Ctx; input: { deliveryId: number } }): Promise<void> {
  authorize(ctx, "subscription.own");
  const [row] = await ctx.db.select().from(deliveries).where(eq(deliveries.id, input.deliveryId));
  if (!row) throw new NotFoundError("delivery", input.deliveryId);
  if (row.endpointId !== null) await findOwnEndpoint(ctx, row.endpointId);
  else if (row.userId !== accountIdOf(ctx.actor)) throw new NotFoundError("delivery", input.deliveryId);
  if (row.key.startsWith("test ")) throw new ConflictError("A test is not sent again; press “Send a test”.");
  await ctx.db.transaction(async (tx) => {
    const [again] = await tx.update(deliveries).set({ state: "waiting", attempts: 0, dueAt: new Date() }).where(and(eq(deliveries.id, row.id), inArray(deliveries.state, ["failed"]))).returning({ id: deliveries.id });
    if (!again) throw new ConflictError(`It is ${row.state}; only what was given up can be sent again.`);
    if (row.endpointId !== null) await tx.update(endpoints).set({ failures: 0, pausedUntil: null, failingToldAt: null }).where(eq(endpoints.id, row.endpointId));
    await enqueue(tx, "deliver", { deliveryId: row.id }, { group: groupOf(row) });
  });
}

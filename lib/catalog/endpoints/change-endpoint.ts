import { eq } from "drizzle-orm";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findOwnEndpoint } from "./find-own-endpoint.ts";

/** Switches an endpoint off or on again; switched on, it starts without a pause. */
export async function switchEndpoint({ ctx, input }: { ctx: Ctx; input: { id: number; on: boolean } }): Promise<void> {
  authorize(ctx, "subscription.own");
  const { id, name } = await findOwnEndpoint(ctx, input.id);
  await ctx.db.transaction(async (tx) => {
    await tx.update(endpoints).set(input.on ? { disabledAt: null, failures: 0, pausedUntil: null, failingToldAt: null } : { disabledAt: new Date() }).where(eq(endpoints.id, id));
    await recordAudit(tx, ctx, { action: input.on ? "endpoint.on" : "endpoint.off", subject: "endpoint", subjectId: id, subjectName: name });
  });
}

/** Removes an endpoint with the record of its deliveries. Subscriptions that name it go on without it. */
export async function deleteEndpoint({ ctx, input }: { ctx: Ctx; input: { id: number } }): Promise<void> {
  authorize(ctx, "subscription.own");
  const { id, name } = await findOwnEndpoint(ctx, input.id);
  await ctx.db.transaction(async (tx) => {
    await tx.delete(endpoints).where(eq(endpoints.id, id));
    await recordAudit(tx, ctx, { action: "endpoint.delete", subject: "endpoint", subjectId: id, subjectName: name });
  });
}

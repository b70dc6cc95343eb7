import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { readSignedLink } from "#lib/notify/links/signed-link.ts";
import { authorize } from "#lib/auth/authorize.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findOwnSubscription } from "./find-own-subscription.ts";

/** Ends a subscription of one's own or of one's team; messages on their way for it are not sent. */
export async function endSubscription({ ctx, input }: { ctx: Ctx; input: { id: number } }): Promise<void> {
  authorize(ctx, "subscription.own");
  const { id } = await findOwnSubscription(ctx, input.id);
  await ctx.db.transaction((tx) => end(tx, ctx, id));
}

/** Ends the subscription that a signed link names, without signing in. Ended already, nothing happens. */
export async function endSubscriptionByLink({ ctx, input }: { ctx: Ctx; input: { link: string } }): Promise<void> {
  const id = readSignedLink(input.link);
  if (id === null) throw new NotFoundError("subscription", input.link.slice(0, 80));
  await ctx.db.transaction((tx) => end(tx, ctx, id));
}

async function end(tx: Transaction, ctx: Ctx, id: number): Promise<void> {
  const [row] = await tx.delete(subscriptions).where(eq(subscriptions.id, id)).returning({ subject: subscriptions.subject });
  if (row) await recordAudit(tx, ctx, { action: "subscription.end", subject: "subscription", subjectId: id });
}

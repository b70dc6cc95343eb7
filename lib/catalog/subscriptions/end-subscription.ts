import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { readSignedLink, readTopicLink } from "#lib/notify/links/signed-link.ts";
import { authorize } from "#lib/auth/authorize.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { changeAddressedByLink } from "./change-addressed.ts";
import { exceptMember } from "./except-member.ts";
import { findOwnSubscription } from "./find-own-subscription.ts";

/**
 * Ends a subscription of one's own or of one's team; messages on their way for it are not sent. `forMe`: of a team's one
 * hears no more oneself, and the other members do.
 */
export async function endSubscription({ ctx, input }: { ctx: Ctx; input: { id: number; forMe?: boolean } }): Promise<void> {
  authorize(ctx, "subscription.own");
  const { id, teamId } = await findOwnSubscription(ctx, input.id);
  const userId = accountIdOf(ctx.actor);
  await ctx.db.transaction((tx) => (input.forMe && teamId !== null && userId !== null ? leave(tx, ctx, id, userId) : end(tx, ctx, id)));
}

/** Ends what a signed link names, without signing in: e-mails of a kind of addressed news, or a subscription, a team's only for the reader it was sent to. Ended already, nothing happens. */
export async function endSubscriptionByLink({ ctx, input }: { ctx: Ctx; input: { link: string } }): Promise<void> {
  if (readTopicLink(input.link) !== null) return changeAddressedByLink({ ctx, input: { link: input.link, email: "off" } });
  const link = readSignedLink(input.link);
  if (link === null) throw new NotFoundError("subscription", input.link.slice(0, 80));
  const { id, userId } = link;
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx.select({ teamId: subscriptions.teamId }).from(subscriptions).where(eq(subscriptions.id, id));
    if (row) await (row.teamId !== null && userId !== null ? leave(tx, ctx, id, userId) : end(tx, ctx, id));
  });
}

async function end(tx: Transaction, ctx: Ctx, id: number): Promise<void> {
  const [row] = await tx.delete(subscriptions).where(eq(subscriptions.id, id)).returning({ subject: subscriptions.subject });
  if (row) await recordAudit(tx, ctx, { action: "subscription.end", subject: "subscription", subjectId: id });
}

async function leave(tx: Transaction, ctx: Ctx, id: number, userId: string): Promise<void> {
  await exceptMember(tx, id, userId, null);
  await recordAudit(tx, ctx, { action: "subscription.leave", subject: "subscription", subjectId: id, detail: { userId } });
}

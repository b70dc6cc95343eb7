import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { readSignedLink } from "#lib/notify/links/signed-link.ts";
import { exceptMember, includeMember } from "./except-member.ts";
import { findOwnSubscription } from "./find-own-subscription.ts";

const day = 24 * 3_600_000;

/** Says nothing for a number of days, at most a year; 0 speaks again. `forMe`: of a team's subscription only to oneself. */
export async function muteSubscription({ ctx, input }: { ctx: Ctx; input: { id: number; days: number; forMe?: boolean } }): Promise<void> {
  authorize(ctx, "subscription.own");
  const { id, teamId } = await findOwnSubscription(ctx, input.id);
  const userId = input.forMe && teamId !== null ? accountIdOf(ctx.actor) : null;
  await ctx.db.transaction((tx) => mute(tx, ctx, { id, userId }, input.days));
}

/** The same by a signed link, without signing in: a team's only for the reader it was sent to. */
export async function muteSubscriptionByLink({ ctx, input }: { ctx: Ctx; input: { link: string; days: number } }): Promise<void> {
  const link = readSignedLink(input.link);
  if (link === null) throw new NotFoundError("subscription", input.link.slice(0, 80));
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx.select({ teamId: subscriptions.teamId }).from(subscriptions).where(eq(subscriptions.id, link.id));
    if (row) await mute(tx, ctx, { id: link.id, userId: row.teamId === null ? null : link.userId }, input.days);
  });
}

async function mute(tx: Transaction, ctx: Ctx, { id, userId }: { id: number; userId: string | null }, days: number): Promise<void> {
  const until = days > 0 ? new Date(Date.now() + Math.min(days, 366) * day) : null;
  if (userId === null) await tx.update(subscriptions).set({ mutedUntil: until }).where(eq(subscriptions.id, id));
  else await (until ? exceptMember(tx, id, userId, until) : includeMember(tx, id, userId));
  await recordAudit(tx, ctx, { action: until ? "subscription.mute" : "subscription.unmute", subject: "subscription", subjectId: id, detail: { until, ...(userId === null ? {} : { userId }) } });
}

import { eq } from "drizzle-orm";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { readSignedLink } from "#lib/notify/links/signed-link.ts";
import { findOwnSubscription } from "./find-own-subscription.ts";

const day = 24 * 3_600_000;

/** Says nothing for a number of days, at most a year; 0 speaks again. */
export async function muteSubscription({ ctx, input }: { ctx: Ctx; input: { id: number; days: number } }): Promise<void> {
  authorize(ctx, "subscription.own");
  const { id } = await findOwnSubscription(ctx, input.id);
  await mute(ctx, id, input.days);
}

/** The same by a signed link, without signing in. */
export async function muteSubscriptionByLink({ ctx, input }: { ctx: Ctx; input: { link: string; days: number } }): Promise<void> {
  const id = readSignedLink(input.link);
  if (id === null) throw new NotFoundError("subscription", input.link.slice(0, 80));
  await mute(ctx, id, input.days);
}

async function mute(ctx: Ctx, id: number, days: number): Promise<void> {
  const until = days > 0 ? new Date(Date.now() + Math.min(days, 366) * day) : null;
  await ctx.db.update(subscriptions).set({ mutedUntil: until }).where(eq(subscriptions.id, id));
}

import { eq } from "drizzle-orm";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";

/** A subscription of one's own or of one's team. @throws NotFoundError also for those of others */
export async function findOwnSubscription(ctx: Ctx, id: number): Promise<typeof subscriptions.$inferSelect> {
  const [row] = await ctx.db.select().from(subscriptions).where(eq(subscriptions.id, id));
  const own = row && (row.teamId === null ? row.userId !== null && row.userId === accountIdOf(ctx.actor) : may(ctx, "subscription.team", { ownerTeamId: row.teamId }));
  if (!row || !own) throw new NotFoundError("subscription", id);
  return row;
}

import { eq } from "drizzle-orm";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";

/** An endpoint of one's own or of one's team. @throws NotFoundError also for those of others */
export async function findOwnEndpoint(ctx: Ctx, id: number): Promise<typeof endpoints.$inferSelect> {
  const [row] = await ctx.db.select().from(endpoints).where(eq(endpoints.id, id));
  const own = row && (row.teamId === null ? row.userId !== null && row.userId === accountIdOf(ctx.actor) : may(ctx, "subscription.team", { ownerTeamId: row.teamId }));
  if (!row || !own) throw new NotFoundError("endpoint", id);
  return row;
}

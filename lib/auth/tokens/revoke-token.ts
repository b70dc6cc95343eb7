import { and, eq, isNull, sql } from "drizzle-orm";
import { tokens } from "#db/schema/people/tokens.ts";
import { NotFoundError } from "../../errors.ts";
import { accountIdOf, isAdministrator } from "../actor.ts";
import { authorize } from "../authorize.ts";
import type { Ctx } from "../context.ts";

/**
 * Ends a token at once. One's own; an administrator ends anyone's.
 * @throws NotFoundError also for another person's token, which answers like none
 */
export async function revokeToken({ ctx, id }: { ctx: Ctx; id: number }): Promise<void> {
  authorize(ctx, "token.revoke");
  const mine = isAdministrator(ctx.actor) ? undefined : eq(tokens.userId, accountIdOf(ctx.actor) ?? "");
  const revoked = await ctx.db
    .update(tokens)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(tokens.id, id), isNull(tokens.revokedAt), mine))
    .returning({ id: tokens.id });
  if (revoked.length === 0) throw new NotFoundError("token", id);
}

import { and, eq, isNull, sql } from "drizzle-orm";
import { tokens } from "#db/schema/people/tokens.ts";
import { NotFoundError } from "../../errors.ts";
import { accountIdOf, isAdministrator } from "../actor.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { authorize } from "../authorize.ts";
import type { Ctx } from "../context.ts";

/**
 * Ends a token at once. One's own; an administrator ends anyone's.
 * @throws NotFoundError also for another person's token, which answers like none
 */
export async function revokeToken({ ctx, id }: { ctx: Ctx; id: number }): Promise<void> {
  authorize(ctx, "token.revoke");
  const mine = isAdministrator(ctx.actor) ? undefined : eq(tokens.userId, accountIdOf(ctx.actor) ?? "");
  await ctx.db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(tokens)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(tokens.id, id), isNull(tokens.revokedAt), mine))
      .returning({ name: tokens.name });
    if (!revoked) throw new NotFoundError("token", id);
    await recordAudit(tx, ctx, { action: "token.revoke", subject: "token", subjectId: id, subjectName: revoked.name });
  });
}

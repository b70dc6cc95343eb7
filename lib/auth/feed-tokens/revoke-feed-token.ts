import { and, eq, isNull } from "drizzle-orm";
import { feedTokens } from "#db/schema/notify/feed-tokens.ts";
import { NotFoundError } from "../../errors.ts";
import { accountIdOf } from "../actor.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { authorize } from "../authorize.ts";
import type { Ctx } from "../context.ts";

/** Ends a private feed address of one's own at once. @throws NotFoundError also for those of others */
export async function revokeFeedToken({ ctx, input }: { ctx: Ctx; input: { id: number } }): Promise<void> {
  authorize(ctx, "feed.own");
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .update(feedTokens)
      .set({ revokedAt: new Date() })
      .where(and(eq(feedTokens.id, input.id), eq(feedTokens.userId, accountIdOf(ctx.actor) ?? ""), isNull(feedTokens.revokedAt)))
      .returning({ name: feedTokens.name });
    if (!row) throw new NotFoundError("feed-token", input.id);
    await recordAudit(tx, ctx, { action: "feed-token.revoke", subject: "feed-token", subjectId: input.id, subjectName: row.name });
  });
}

import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { feedTokens } from "#db/schema/notify/feed-tokens.ts";
import { ConflictError } from "../../errors.ts";
import { accountIdOf } from "../actor.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { authorize } from "../authorize.ts";
import type { Ctx } from "../context.ts";
import { hashSecret, hintOf, newSecret } from "../tokens/secret.ts";

export const FeedTokenInput = z.object({ name: z.string().trim().min(1, "Say which reader it is for.").max(100) });
const most = 20;

/**
 * Makes a secret that opens one's own view of every feed, and nothing else.
 * @returns its id and the secret, which is not kept and cannot be shown again
 * @throws ConflictError for too many
 */
export async function createFeedToken({ ctx, input }: { ctx: Ctx; input: z.input<typeof FeedTokenInput> }): Promise<{ id: number; secret: string }> {
  authorize(ctx, "feed.own");
  const { name } = FeedTokenInput.parse(input);
  const userId = accountIdOf(ctx.actor) ?? "";
  const secret = newSecret();
  return ctx.db.transaction(async (tx) => {
    const [{ count } = { count: 0 }] = await tx.select({ count: sql<number>`count(*)::int` }).from(feedTokens).where(and(eq(feedTokens.userId, userId), isNull(feedTokens.revokedAt)));
    if (count >= most) throw new ConflictError(`You have ${most} private feed addresses, and that is the most. End one first.`);
    const [row] = await tx.insert(feedTokens).values({ name, userId, hash: hashSecret(secret), hint: hintOf(secret) }).returning({ id: feedTokens.id });
    if (!row) throw new Error("a feed token just made is gone");
    await recordAudit(tx, ctx, { action: "feed-token.create", subject: "feed-token", subjectId: row.id, subjectName: name });
    return { id: row.id, secret };
  });
}

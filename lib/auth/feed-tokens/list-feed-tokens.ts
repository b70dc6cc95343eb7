import { and, desc, eq, isNull } from "drizzle-orm";
import { feedTokens } from "#db/schema/notify/feed-tokens.ts";
import { accountIdOf } from "../actor.ts";
import { authorize } from "../authorize.ts";
import type { Ctx } from "../context.ts";

export type FeedToken = Awaited<ReturnType<typeof listFeedTokens>>[number];

/** One's own that still open feeds, newest first. */
export async function listFeedTokens({ ctx }: { ctx: Ctx }) {
  authorize(ctx, "feed.own");
  const { id, name, hint, createdAt, lastUsedAt } = feedTokens;
  return ctx.db.select({ id, name, hint, createdAt, lastUsedAt }).from(feedTokens).where(and(eq(feedTokens.userId, accountIdOf(ctx.actor) ?? ""), isNull(feedTokens.revokedAt))).orderBy(desc(id));
}

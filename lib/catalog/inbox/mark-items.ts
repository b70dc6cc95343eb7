import { and, eq, inArray, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import { inboxItems } from "#db/schema/notify/inbox-items.ts";
import { news } from "#db/schema/notify/news.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";

export const marks = ["read", "unread", "archive", "unarchive"] as const;
export type Mark = (typeof marks)[number];

/** Marks items of one's own inbox, each with what happened at one stroke with it; without ids, all that are not archived. Ids of others' items do nothing. */
export async function markItems({ ctx, input }: { ctx: Ctx; input: { mark: Mark; ids?: number[] } }): Promise<{ marked: number }> {
  authorize(ctx, "inbox.own");
  const { mark, ids } = input;
  const own = eq(inboxItems.userId, accountIdOf(ctx.actor) ?? "");
  const rows = await ctx.db
    .update(inboxItems)
    .set(valuesOf(mark))
    .where(and(own, ids ? or(inArray(inboxItems.id, [0, ...ids]), inArray(inboxItems.newsId, alike(ctx, and(own, inArray(inboxItems.id, [0, ...ids]))))) : isNull(inboxItems.archivedAt)))
    .returning({ id: inboxItems.id });
  return { marked: rows.length };
}

/** News that happened at one stroke with that of these items. */
function alike({ db }: Ctx, items: SQL | undefined) {
  const strokes = db.select({ together: news.together }).from(inboxItems).innerJoin(news, eq(news.id, inboxItems.newsId)).where(and(items, isNotNull(news.together)));
  return db.select({ id: news.id }).from(news).where(inArray(news.together, strokes));
}

function valuesOf(mark: Mark) {
  if (mark === "read") return { readAt: sql`coalesce(${inboxItems.readAt}, now())` };
  if (mark === "unread") return { readAt: null };
  // What is put away has been seen.
  return mark === "archive" ? { archivedAt: new Date(), readAt: sql`coalesce(${inboxItems.readAt}, now())` } : { archivedAt: null };
}

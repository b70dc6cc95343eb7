import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { inboxItems } from "#db/schema/notify/inbox-items.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";

export const marks = ["read", "unread", "archive", "unarchive"] as const;
export type Mark = (typeof marks)[number];

/** Marks items of one's own inbox; without ids, all that are not archived. Ids of others' items do nothing. */
export async function markItems({ ctx, input }: { ctx: Ctx; input: { mark: Mark; ids?: number[] } }): Promise<{ marked: number }> {
  authorize(ctx, "inbox.own");
  const { mark, ids } = input;
  const rows = await ctx.db
    .update(inboxItems)
    .set(valuesOf(mark))
    .where(and(eq(inboxItems.userId, accountIdOf(ctx.actor) ?? ""), ids ? inArray(inboxItems.id, [0, ...ids]) : isNull(inboxItems.archivedAt)))
    .returning({ id: inboxItems.id });
  return { marked: rows.length };
}

function valuesOf(mark: Mark) {
  if (mark === "read") return { readAt: sql`coalesce(${inboxItems.readAt}, now())` };
  if (mark === "unread") return { readAt: null };
  // What is put away has been seen.
  return mark === "archive" ? { archivedAt: new Date(), readAt: sql`coalesce(${inboxItems.readAt}, now())` } : { archivedAt: null };
}

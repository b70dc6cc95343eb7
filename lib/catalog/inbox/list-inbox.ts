import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, ne, or, sql, type SQL } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { changes } from "#db/schema/comparison/changes.ts";
import { inboxItems } from "#db/schema/notify/inbox-items.ts";
import { news } from "#db/schema/notify/news.ts";
import { type NewsKind, newsKinds } from "#db/schema/notify/words.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";

export { newsKinds };
export type InboxFilter = { box?: "unread" | "all" | "archived"; kind?: NewsKind; interface?: string; impact?: "broken" | "at risk" | "unknown"; before?: number; limit?: number };
export type InboxItem = Awaited<ReturnType<typeof listInbox>>["items"][number];

/** One's inbox, newest first. News of what one may not see any more is not in it. */
export async function listInbox({ ctx, input = {} }: { ctx: Ctx; input?: InboxFilter }) {
  authorize(ctx, "inbox.own");
  const limit = Math.min(input.limit ?? 50, 200);
  const rows = await ctx.db
    .select({
      id: inboxItems.id, readAt: inboxItems.readAt, archivedAt: inboxItems.archivedAt, createdAt: news.createdAt, why: inboxItems.why,
      kind: news.kind, title: news.title, detail: news.detail, path: news.path, actorName: news.actorName, operationKey: news.operationKey,
      comparisonId: news.comparisonId, slug: interfaces.slug, interfaceTitle: interfaces.title,
    })
    .from(inboxItems)
    .innerJoin(news, eq(news.id, inboxItems.newsId))
    .leftJoin(interfaces, eq(interfaces.id, news.interfaceId))
    .where(and(
      ownItems(ctx), boxOf(input.box ?? "unread"), input.kind ? eq(news.kind, input.kind) : undefined, input.interface ? eq(interfaces.slug, input.interface) : undefined,
      input.impact ? sql`${inboxItems.why} -> 'impact' ->> 'verdict' = ${input.impact}` : undefined, input.before ? lt(inboxItems.id, input.before) : undefined,
    ))
    .orderBy(desc(inboxItems.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const items = await Promise.all(page.map(async ({ comparisonId, ...row }) => ({ ...row, changes: await touching(ctx, comparisonId, row.why.impact?.ordinals ?? []) })));
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** How many items wait to be read. */
export async function countUnread({ ctx }: { ctx: Ctx }): Promise<number> {
  if (ctx.actor.kind !== "person") return 0;
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(inboxItems)
    .innerJoin(news, eq(news.id, inboxItems.newsId))
    .leftJoin(interfaces, eq(interfaces.id, news.interfaceId))
    .where(and(ownItems(ctx), boxOf("unread")));
  return row?.count ?? 0;
}

function ownItems(ctx: Ctx): SQL | undefined {
  return and(eq(inboxItems.userId, accountIdOf(ctx.actor) ?? ""), or(isNull(news.interfaceId), visibleInterfaces(ctx.scope)));
}

function boxOf(box: NonNullable<InboxFilter["box"]>): SQL | undefined {
  if (box === "archived") return isNotNull(inboxItems.archivedAt);
  return and(isNull(inboxItems.archivedAt), box === "unread" ? isNull(inboxItems.readAt) : undefined);
}

/** The changes that touch one's own services, the worst first. */
async function touching(ctx: Ctx, comparisonId: number | null, ordinals: number[]) {
  if (comparisonId === null || ordinals.length === 0) return [];
  return ctx.db
    .select({ level: changes.level, operation: changes.operation, sentence: changes.message })
    .from(changes)
    .where(and(eq(changes.comparisonId, comparisonId), inArray(changes.ordinal, ordinals), ne(changes.audience, "visitors")))
    .orderBy(asc(changes.ordinal))
    .limit(5);
}

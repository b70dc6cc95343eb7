import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, ne, or, sql, type SQL } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { changes } from "#db/schema/comparison/changes.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { inboxItems } from "#db/schema/notify/inbox-items.ts";
import { news } from "#db/schema/notify/news.ts";
import { type NewsKind, newsKinds } from "#db/schema/notify/words.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { hiddenChanges, hidesOperation } from "#lib/notify/recipients/hidden-changes.ts";
import { plainWords } from "#lib/notify/words/plain-words.ts";
import { spelledOfChange } from "#lib/notify/words/spelled-operation.ts";
import { topicOf } from "#lib/notify/addressed/topic-of.ts";
import { wishesOf } from "../subscriptions/change-addressed.ts";
import { isNarrowed, seenTally } from "../comparisons/seen-tally.ts";

export { newsKinds };
export type InboxFilter = { box?: "unread" | "all" | "archived"; kind?: NewsKind; interface?: string; impact?: "broken" | "at risk" | "unknown"; before?: number; limit?: number };
export type InboxItem = Awaited<ReturnType<typeof listInbox>>["items"][number];

const alikeMax = 200;

/**
 * One's inbox, newest first. News of what one may not see any more is not in it. What happened at one stroke is one item:
 * that which concerns one most, with the others in `alike`.
 */
export async function listInbox({ ctx, input = {} }: { ctx: Ctx; input?: InboxFilter }) {
  authorize(ctx, "inbox.own");
  const limit = Math.min(input.limit ?? 50, 200);
  const within = and(
    await ownItems(ctx), boxOf(input.box ?? "unread"), input.kind ? eq(news.kind, input.kind) : undefined, input.interface ? eq(interfaces.slug, input.interface) : undefined,
    input.impact ? sql`${verdict} = ${input.impact}` : undefined,
  );
  const ranked = ctx.db.$with("ranked").as(
    ctx.db
      .select({
        id: sql<number>`${inboxItems.id}`.as("ranked_id"),
        place: sql<number>`row_number() over (partition by ${stroke} order by case ${verdict} when 'broken' then 0 when 'at risk' then 1 when 'unknown' then 2 else 3 end, ${inboxItems.id} desc)`.as("place"),
        count: sql<number>`(count(*) over (partition by ${stroke}))::int`.as("stroke_count"),
      })
      .from(inboxItems)
      .innerJoin(news, eq(news.id, inboxItems.newsId))
      .leftJoin(interfaces, eq(interfaces.id, news.interfaceId))
      .where(within),
  );
  const rows = await ctx.db
    .with(ranked)
    .select({
      id: inboxItems.id, readAt: inboxItems.readAt, archivedAt: inboxItems.archivedAt, createdAt: news.createdAt, why: inboxItems.why,
      kind: news.kind, title: news.title, detail: news.detail, path: news.path, actorName: news.actorName, operationKey: news.operationKey,
      comparison: comparisons, ownerTeamId: interfaces.ownerTeamId, narrowed: sql<boolean>`${interfaces.id} is not null and ${isNarrowed}`, comparisonId: news.comparisonId, interfaceId: news.interfaceId, together: news.together, slug: interfaces.slug, interfaceTitle: interfaces.title, count: ranked.count,
      /** What told of it, if it is followed still: it can be muted or ended here. */
      subscription: { id: subscriptions.id, teamId: subscriptions.teamId, mutedUntil: subscriptions.mutedUntil },
    })
    .from(ranked)
    .innerJoin(inboxItems, eq(inboxItems.id, ranked.id))
    .innerJoin(news, eq(news.id, inboxItems.newsId))
    .leftJoin(interfaces, eq(interfaces.id, news.interfaceId))
    .leftJoin(comparisons, eq(comparisons.id, news.comparisonId))
    .leftJoin(subscriptions, sql`${subscriptions.id} = (${inboxItems.why} ->> 'subscriptionId')::bigint`)
    .where(and(sql`${ranked.place} = 1`, input.before ? lt(inboxItems.id, input.before) : undefined))
    .orderBy(desc(inboxItems.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const alike = await alikeOf(ctx, page.flatMap(({ together, count }) => (together !== null && count > 1 ? [together] : [])), within);
  const wishes = await wishesOf(ctx.db, accountIdOf(ctx.actor) ?? "");
  const items = await Promise.all(page.map(async ({ comparison, ownerTeamId, narrowed, comparisonId, interfaceId, together, count, ...row }) => ({
    ...row,
    detail: { ...row.detail, ...(row.detail.lines ? { lines: row.detail.lines.map(plainWords) } : {}) },
    /** Addressed to one whatever one follows: of which kind, and until when one has muted that kind of this interface. */
    addressed: row.why.subscriptionId !== null ? null : {
      topic: topicOf(row.kind),
      mutable: interfaceId !== null,
      email: wishes.find((wish) => wish.topic === topicOf(row.kind) && wish.interfaceId === null)?.email ?? "at-once",
      mutedUntil: interfaceId === null ? null : (wishes.find((wish) => wish.topic === topicOf(row.kind) && wish.interfaceId === interfaceId)?.mutedUntil ?? null),
    },
    changes: await touching(ctx, interfaceId, comparisonId, row.why.impact?.ordinals ?? []),
    /** How a version compares with the one before it, as the reader may know. */
    tally: seenTally(ctx, { ownerTeamId, narrowed }, comparison),
    alikeCount: count - 1,
    alike: alike.filter((other) => together !== null && other.together === together && other.id !== row.id).map(({ together: _together, ...other }) => other),
  })));
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** How many items wait to be read. What happened at one stroke is one. */
export async function countUnread({ ctx }: { ctx: Ctx }): Promise<number> {
  if (ctx.actor.kind !== "person") return 0;
  const [row] = await ctx.db
    .select({ count: sql<number>`count(distinct ${stroke})::int` })
    .from(inboxItems)
    .innerJoin(news, eq(news.id, inboxItems.newsId))
    .leftJoin(interfaces, eq(interfaces.id, news.interfaceId))
    .where(and(await ownItems(ctx), boxOf("unread")));
  return row?.count ?? 0;
}

const stroke = sql`coalesce(${news.together}, ${news.id}::text)`;
const verdict = sql`${inboxItems.why} -> 'impact' ->> 'verdict'`;

async function ownItems(ctx: Ctx): Promise<SQL | undefined> {
  const hidden = await hiddenParts(ctx);
  return and(
    eq(inboxItems.userId, accountIdOf(ctx.actor) ?? ""), or(isNull(news.interfaceId), visibleInterfaces(ctx.scope)),
    hidden.length > 0 ? sql`${news.id} not in (select value::bigint from json_array_elements_text(${JSON.stringify(hidden)}::json))` : undefined,
  );
}

/** News in one's inbox of an operation or message that a rule has closed to one since, by number. */
async function hiddenParts(ctx: Ctx): Promise<number[]> {
  const parts = await ctx.db
    .select({ id: news.id, interfaceId: news.interfaceId, key: news.operationKey })
    .from(inboxItems)
    .innerJoin(news, eq(news.id, inboxItems.newsId))
    .innerJoin(interfaces, eq(interfaces.id, news.interfaceId))
    .where(and(eq(inboxItems.userId, accountIdOf(ctx.actor) ?? ""), isNotNull(news.operationKey), isNarrowed));
  const known = new Map<string, boolean>();
  for (const { interfaceId, key } of parts) {
    const name = `${interfaceId} ${key}`;
    if (!known.has(name)) known.set(name, (await hidesOperation(ctx.db, interfaceId ?? 0, key ?? ""))(ctx.scope));
  }
  return parts.filter(({ interfaceId, key }) => known.get(`${interfaceId} ${key}`)).map(({ id }) => id);
}

function boxOf(box: NonNullable<InboxFilter["box"]>): SQL | undefined {
  if (box === "archived") return isNotNull(inboxItems.archivedAt);
  return and(isNull(inboxItems.archivedAt), box === "unread" ? isNull(inboxItems.readAt) : undefined);
}

/** All that is listed of what happened at these strokes. */
async function alikeOf(ctx: Ctx, strokes: string[], within: SQL | undefined) {
  if (strokes.length === 0) return [];
  return ctx.db
    .select({ id: inboxItems.id, together: news.together, title: news.title, path: news.path, slug: interfaces.slug, interfaceTitle: interfaces.title, why: inboxItems.why })
    .from(inboxItems)
    .innerJoin(news, eq(news.id, inboxItems.newsId))
    .leftJoin(interfaces, eq(interfaces.id, news.interfaceId))
    .where(and(within, inArray(news.together, strokes)))
    .orderBy(asc(interfaces.title), asc(inboxItems.id))
    .limit(alikeMax);
}

/** The changes that touch one's own services, the worst first. */
async function touching(ctx: Ctx, interfaceId: number | null, comparisonId: number | null, touched: number[]) {
  if (comparisonId === null || touched.length === 0) return [];
  const hidden = (await hiddenChanges(ctx.db, interfaceId, comparisonId))(ctx.scope);
  const ordinals = touched.filter((ordinal) => !hidden.has(ordinal));
  return ctx.db
    .select({ level: changes.level, operation: spelledOfChange, sentence: changes.message })
    .from(changes)
    .where(and(eq(changes.comparisonId, comparisonId), inArray(changes.ordinal, [-1, ...ordinals]), ne(changes.audience, "visitors")))
    .orderBy(asc(changes.ordinal))
    .limit(5);
}

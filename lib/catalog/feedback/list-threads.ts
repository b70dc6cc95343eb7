import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { posts } from "#db/schema/feedback/posts.ts";
import { threads } from "#db/schema/feedback/threads.ts";
import { threadStates } from "#db/schema/feedback/words.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { findInterface } from "../versions/find-version.ts";
import { findSpot } from "./find-spot.ts";
import { seesSpot } from "./sees-spot.ts";
import { SpotInput } from "./spot-input.ts";
import { excerpt } from "./tell.ts";

export const ThreadsInput = SpotInput.extend({
  state: z.enum(threadStates).optional().describe("Only those that are so."),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type ThreadItem = Awaited<ReturnType<typeof listThreads>>["items"][number];
export type ThreadList = Awaited<ReturnType<typeof listThreads>>;

/** Questions and remarks about an interface, or one part of it, the one that changed last first. @throws NotFoundError */
export async function listThreads({ ctx, input }: { ctx: Ctx; input: z.input<typeof ThreadsInput> & { slug: string } }) {
  const { state, cursor, limit, ...wanted } = ThreadsInput.parse(input);
  const isPart = Object.values(wanted).some((value) => value !== undefined);
  const spot = isPart ? await findSpot(ctx, input.slug, wanted) : null;
  const subject = spot?.subject ?? (await findInterface(ctx, input.slug));
  const sees = await seesSpot(ctx, subject);
  const place = and(eq(threads.interfaceId, subject.id), spot ? and(eq(threads.place, spot.place), eq(threads.key, spot.key)) : undefined);
  const after = cursor === undefined ? null : decodeCursor(cursor, "time");
  const rows = await ctx.db
    .select({ id: threads.id, place: threads.place, key: threads.key, label: threads.label, kind: threads.kind, state: threads.state, createdAt: threads.createdAt, changedAt: threads.changedAt })
    .from(threads)
    .where(and(place, state ? eq(threads.state, state) : undefined, after ? sql`(${threads.changedAt}, ${threads.id}) < (${after[0]}, ${after[1]})` : undefined))
    .orderBy(desc(threads.changedAt), desc(threads.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const seen = [];
  for (const row of page) if (await sees(row)) seen.push(row);
  const words = await wordsOf(ctx, seen.map(({ id }) => id));
  return {
    slug: subject.slug,
    spot: spot ? { place: spot.place, key: spot.key, label: spot.label } : null,
    items: seen.map((row) => ({ ...row, ...(words.get(row.id) ?? { title: "", authorName: "", replies: 0 }) })),
    next: rows.length > limit && last ? encodeCursor([last.changedAt.toISOString(), last.id]) : null,
  };
}

export type Words = { title: string; authorName: string; replies: number };

/** What each thread says first, who wrote that, and how much was replied. Hidden words are not told. */
export async function wordsOf(ctx: Pick<Ctx, "db">, threadIds: number[]): Promise<Map<number, Words>> {
  if (threadIds.length === 0) return new Map();
  const firsts = await ctx.db
    .selectDistinctOn([posts.threadId], { threadId: posts.threadId, authorName: posts.authorName, text: posts.text, deletedAt: posts.deletedAt, hiddenAt: posts.hiddenAt })
    .from(posts)
    .where(inArray(posts.threadId, threadIds))
    .orderBy(posts.threadId, posts.id);
  const counts = await ctx.db.select({ threadId: posts.threadId, count: sql<number>`count(*)::int` }).from(posts).where(and(inArray(posts.threadId, threadIds), sql`${posts.deletedAt} is null`)).groupBy(posts.threadId);
  const countOf = new Map(counts.map(({ threadId, count }) => [threadId, count]));
  return new Map(firsts.map(({ threadId, authorName, text, deletedAt, hiddenAt }) => [threadId, {
    authorName, title: deletedAt ? "Taken back by its author" : hiddenAt ? "Hidden by a maintainer" : excerpt(text), replies: (countOf.get(threadId) ?? 0) - (deletedAt ? 0 : 1),
  }]));
}

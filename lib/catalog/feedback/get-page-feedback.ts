import { and, count, eq, ne } from "drizzle-orm";
import { ratings } from "#db/schema/feedback/ratings.ts";
import { threads } from "#db/schema/feedback/threads.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { authorOf } from "./author.ts";
import { findSpot } from "./find-spot.ts";
import type { SpotInput } from "./spot-input.ts";

/** What stands at the foot of a page: how much is said about it, how much of that is open, and one's own word on whether it answered. */
export async function getPageFeedback({ ctx, input }: { ctx: Ctx; input: SpotInput & { slug: string } }) {
  const { slug, ...spot } = input;
  const { subject, place, key } = await findSpot(ctx, slug, spot);
  const here = and(eq(threads.interfaceId, subject.id), eq(threads.place, place), eq(threads.key, key));
  const mayWrite = may(ctx, "feedback.write");
  const [[all], [settled], [mine]] = await Promise.all([
    ctx.db.select({ count: count() }).from(threads).where(here),
    ctx.db.select({ count: count() }).from(threads).where(and(here, ne(threads.state, "open"))),
    mayWrite ? ctx.db.select({ answered: ratings.answered, words: ratings.words }).from(ratings).where(and(eq(ratings.interfaceId, subject.id), eq(ratings.place, place), eq(ratings.key, key), eq(ratings.userId, authorOf(ctx)))) : [],
  ]);
  return { threads: all?.count ?? 0, open: (all?.count ?? 0) - (settled?.count ?? 0), mayWrite, rating: mine ?? null };
}

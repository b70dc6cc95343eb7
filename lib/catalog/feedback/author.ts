import { and, count, eq, gt, sql } from "drizzle-orm";
import { posts } from "#db/schema/feedback/posts.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { actorId } from "#lib/auth/audit/record-audit.ts";
import { recordRefusal } from "#lib/auth/audit/record-refusal.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { TooManyRequestsError } from "#lib/auth/limit-requests.ts";
import { ForbiddenError, UnauthenticatedError } from "#lib/errors.ts";

const perMinute = 10;

/** Whose words these are: an account, or what acts without one. */
export function authorOf(ctx: Pick<Ctx, "actor">): string {
  return accountIdOf(ctx.actor) ?? actorId(ctx as Ctx);
}

/** Words are changed by nobody but their author, whatever else one may do. @throws ForbiddenError */
export function requireAuthor(ctx: Ctx, action: string, post: { id: number; userId: string }): void {
  if (ctx.actor.kind === "anonymous") throw new UnauthenticatedError();
  if (post.userId === authorOf(ctx)) return;
  recordRefusal(ctx, { action, subject: "post", subjectId: post.id });
  throw new ForbiddenError("This needs whoever wrote it. A maintainer of the owning team can hide it.");
}

/** Nobody writes faster than people do. @throws TooManyRequestsError */
export async function limitPosts(ctx: Ctx): Promise<void> {
  const [row] = await ctx.db.select({ count: count() }).from(posts).where(and(eq(posts.userId, authorOf(ctx)), gt(posts.createdAt, sql`now() - interval '1 minute'`)));
  if ((row?.count ?? 0) >= perMinute) throw new TooManyRequestsError(60);
}

import { asc, eq } from "drizzle-orm";
import { posts } from "#db/schema/feedback/posts.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { authorOf } from "./author.ts";
import { findThread } from "./find-thread.ts";
import { mayClose } from "./may-close.ts";

export type ThreadDetail = Awaited<ReturnType<typeof getThread>>;
export type PostDetail = ThreadDetail["posts"][number];

const postsMax = 500;

/** A thread with all that was said in it, the first first. Hidden words are given only to those who may show them again. @throws NotFoundError */
export async function getThread({ ctx, input }: { ctx: Ctx; input: { id: number } }) {
  const { thread, subject } = await findThread(ctx, input.id);
  const rows = await ctx.db.select().from(posts).where(eq(posts.threadId, thread.id)).orderBy(asc(posts.id)).limit(postsMax);
  const moderates = may(ctx, "feedback.moderate", { ownerTeamId: subject.ownerTeamId });
  const { id, place, key, label, kind, state, answerId, createdAt, changedAt, closedByName } = thread;
  return {
    id, place, key, label, kind, state, answerId, createdAt, changedAt, closedByName,
    slug: subject.slug,
    title: subject.title,
    posts: rows.map((post) => {
      const own = ctx.actor.kind !== "anonymous" && post.userId === authorOf(ctx);
      const isOpen = post.deletedAt === null && (post.hiddenAt === null || moderates || own);
      return {
        id: post.id, authorName: post.deletedAt ? "" : post.authorName, text: isOpen ? post.text : "", createdAt: post.createdAt, editedAt: post.editedAt,
        deleted: post.deletedAt !== null, hidden: post.hiddenAt !== null,
        may: { edit: own && post.deletedAt === null, hide: moderates && post.deletedAt === null },
      };
    }),
    may: { write: may(ctx, "feedback.write"), close: mayClose(ctx, thread, subject) },
  };
}

import { and, eq } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { posts } from "#db/schema/feedback/posts.ts";
import { threads } from "#db/schema/feedback/threads.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { InterfaceRow } from "../versions/find-version.ts";
import { seesSpot } from "./sees-spot.ts";

export type ThreadRow = typeof threads.$inferSelect;
export type PostRow = typeof posts.$inferSelect;
export type FoundThread = { thread: ThreadRow; subject: InterfaceRow };

/** A thread by its number. @throws NotFoundError also for what the reader may not see */
export async function findThread(ctx: Ctx, id: number): Promise<FoundThread> {
  const [row] = await ctx.db.select({ thread: threads, subject: interfaces }).from(threads).innerJoin(interfaces, eq(interfaces.id, threads.interfaceId)).where(and(eq(threads.id, id), visibleInterfaces(ctx.scope)));
  if (!row || !(await (await seesSpot(ctx, row.subject))(row.thread))) throw new NotFoundError("discussion", id);
  return row;
}

/** A post by its number, with its thread. @throws NotFoundError also for what the reader may not see, and for what was deleted */
export async function findPost(ctx: Ctx, id: number): Promise<FoundThread & { post: PostRow }> {
  const [post] = await ctx.db.select().from(posts).where(eq(posts.id, id));
  if (!post || post.deletedAt) throw new NotFoundError("post", id);
  return { post, ...(await findThread(ctx, post.threadId)) };
}

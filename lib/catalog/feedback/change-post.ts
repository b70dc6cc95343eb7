import { and, eq, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import { posts } from "#db/schema/feedback/posts.ts";
import { threads } from "#db/schema/feedback/threads.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { refuseSecrets } from "../refuse-secrets.ts";
import { requireAuthor } from "./author.ts";
import { findPost } from "./find-thread.ts";
import { forgetWords } from "./forget-words.ts";
import { detailsOf } from "./reply.ts";
import { TextInput } from "./spot-input.ts";
import { tell } from "./tell.ts";

export const PostInput = z.object({ text: TextInput });

/** Writes one's own post anew; those whom only the new words mention are told. */
export async function editPost({ ctx, input }: { ctx: Ctx; input: z.input<typeof PostInput> & { id: number } }): Promise<void> {
  const { text } = PostInput.parse(input);
  refuseSecrets({ text });
  const { post, thread, subject } = await findPost(ctx, input.id);
  requireAuthor(ctx, "feedback.edit", post);
  if (post.text === text) return;
  const { owner, narrowed } = await detailsOf(ctx, subject.slug, thread);
  await ctx.db.transaction(async (tx) => {
    const editedAt = new Date();
    await tx.update(posts).set({ text, editedAt }).where(eq(posts.id, post.id));
    await recordAudit(tx, ctx, { action: "feedback.edit", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { thread: thread.id, post: post.id } });
    await tell(tx, ctx, { key: `comment ${post.id} ${editedAt.toISOString()}`, subject, thread, owner, narrowed, verb: "", text, mentionedOnly: { before: post.text } });
  });
}

/** Takes one's own words back: the text is gone. A thread without any words left goes with it. */
export async function deletePost({ ctx, input }: { ctx: Ctx; input: { id: number } }): Promise<{ threadIsGone: boolean }> {
  const { post, thread, subject } = await findPost(ctx, input.id);
  requireAuthor(ctx, "feedback.delete", post);
  return ctx.db.transaction(async (tx) => {
    await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, thread.id)).for("update");
    const [other] = await tx.select({ id: posts.id }).from(posts).where(and(eq(posts.threadId, thread.id), ne(posts.id, post.id), isNull(posts.deletedAt))).limit(1);
    if (other) {
      await tx.update(posts).set({ text: "", deletedAt: new Date() }).where(eq(posts.id, post.id));
      await tx.update(threads).set({ state: "open", answerId: null, closedByName: null }).where(and(eq(threads.id, thread.id), eq(threads.answerId, post.id)));
    } else await tx.delete(threads).where(eq(threads.id, thread.id));
    await forgetWords(tx, post.id);
    await recordAudit(tx, ctx, { action: "feedback.delete", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { thread: thread.id, post: post.id } });
    return { threadIsGone: !other };
  });
}

/** Takes a post out of sight, or shows it again: a maintainer of the owning team. */
export async function hidePost({ ctx, input }: { ctx: Ctx; input: { id: number; hidden: boolean } }): Promise<void> {
  const { post, thread, subject } = await findPost(ctx, input.id);
  authorize(ctx, "feedback.moderate", { ownerTeamId: subject.ownerTeamId, interfaceId: subject.id });
  await ctx.db.transaction(async (tx) => {
    await tx.update(posts).set(input.hidden ? { hiddenAt: new Date(), hiddenByName: actorName(ctx) } : { hiddenAt: null, hiddenByName: null }).where(eq(posts.id, post.id));
    if (input.hidden) await forgetWords(tx, post.id);
    await recordAudit(tx, ctx, { action: input.hidden ? "feedback.hide" : "feedback.show", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { thread: thread.id, post: post.id, author: post.authorName } });
  });
}

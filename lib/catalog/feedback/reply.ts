import { eq } from "drizzle-orm";
import { z } from "zod";
import { posts } from "#db/schema/feedback/posts.ts";
import { threads } from "#db/schema/feedback/threads.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { refuseSecrets } from "../refuse-secrets.ts";
import { authorOf, limitPosts } from "./author.ts";
import { mayClose } from "./may-close.ts";
import { findSpot } from "./find-spot.ts";
import { findThread, type ThreadRow } from "./find-thread.ts";
import { TextInput } from "./spot-input.ts";
import { tell } from "./tell.ts";

export const ReplyInput = z.object({ text: TextInput, answers: z.boolean().default(false).describe("It answers the question; whoever asked or owns the interface says so.") });

/** Replies in a thread. Those who take part, the owners and those mentioned are told. @throws NotFoundError, TooManyRequestsError */
export async function reply({ ctx, input }: { ctx: Ctx; input: z.input<typeof ReplyInput> & { threadId: number } }): Promise<{ id: number }> {
  const { text, answers } = ReplyInput.parse(input);
  refuseSecrets({ text });
  const { thread, subject } = await findThread(ctx, input.threadId);
  authorize(ctx, "feedback.write", { interfaceId: subject.id });
  const closes = answers && thread.kind === "question";
  if (closes && !mayClose(ctx, thread, subject)) authorize(ctx, "feedback.close", { ownerTeamId: subject.ownerTeamId, interfaceId: subject.id });
  await limitPosts(ctx);
  const { owner, narrowed } = await detailsOf(ctx, subject.slug, thread);
  return ctx.db.transaction(async (tx) => {
    const [post] = await tx.insert(posts).values({ threadId: thread.id, userId: authorOf(ctx), authorName: actorName(ctx), text }).returning({ id: posts.id });
    if (!post) throw new Error("a post just written is gone");
    await tx.update(threads).set({ changedAt: new Date(), ...(closes ? { state: "answered" as const, answerId: post.id, closedByName: actorName(ctx) } : {}) }).where(eq(threads.id, thread.id));
    await recordAudit(tx, ctx, { action: "feedback.reply", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { thread: thread.id, post: post.id, ...(closes ? { answers } : {}) } });
    await tell(tx, ctx, { key: `comment ${post.id}`, subject, thread, owner, narrowed, verb: closes ? "answered a question about" : "replied about", text });
    return { id: post.id };
  });
}

/** Who answers for it, and whether everyone sees it; of a part that is gone nothing is told but that there is something. */
export async function detailsOf(ctx: Ctx, slug: string, { place, key }: Pick<ThreadRow, "place" | "key">): Promise<{ owner: string | null; narrowed: boolean }> {
  const found = await findSpot(ctx, slug, place === "interface" ? {} : { [place]: key }).catch(() => null);
  return { owner: found?.owner ?? null, narrowed: found?.narrowed ?? true };
}

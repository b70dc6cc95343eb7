import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { posts } from "#db/schema/feedback/posts.ts";
import { threads } from "#db/schema/feedback/threads.ts";
import { threadStates } from "#db/schema/feedback/words.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { findThread } from "./find-thread.ts";
import { mayClose } from "./may-close.ts";
import { detailsOf } from "./reply.ts";
import { tell } from "./tell.ts";

export const CloseInput = z.object({ state: z.enum(threadStates), answer: z.number().int().positive().optional().describe("The post that answers it, with `answered`.") });

/** Says that a thread is answered, resolved or open again: whoever opened it, or a member of the owning team. */
export async function closeThread({ ctx, input }: { ctx: Ctx; input: z.input<typeof CloseInput> & { id: number } }): Promise<void> {
  const { state, answer } = CloseInput.parse(input);
  const { thread, subject } = await findThread(ctx, input.id);
  if (!mayClose(ctx, thread, subject)) authorize(ctx, "feedback.close", { ownerTeamId: subject.ownerTeamId, interfaceId: subject.id });
  const { owner, narrowed } = await detailsOf(ctx, subject.slug, thread);
  await ctx.db.transaction(async (tx) => {
    if (answer !== undefined) {
      const [post] = await tx.select({ id: posts.id }).from(posts).where(and(eq(posts.id, answer), eq(posts.threadId, thread.id), isNull(posts.deletedAt)));
      if (!post) throw new NotFoundError("post of this discussion", answer);
    }
    const [before] = await tx.select({ state: threads.state, answerId: threads.answerId }).from(threads).where(eq(threads.id, thread.id)).for("update");
    const answerId = state === "open" ? null : (answer ?? before?.answerId ?? null);
    if (!before || (before.state === state && before.answerId === answerId)) return;
    const changedAt = new Date();
    await tx.update(threads).set({ state, answerId, changedAt, closedByName: state === "open" ? null : actorName(ctx) }).where(eq(threads.id, thread.id));
    await recordAudit(tx, ctx, { action: `feedback.${state}`, subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { thread: thread.id, ...(answerId === null ? {} : { answer: answerId }) } });
    const verb = { open: "opened again what was said about", answered: "marked the answer to a question about", resolved: "resolved what was said about" }[state];
    await tell(tx, ctx, { key: `thread ${thread.id} ${state} ${changedAt.toISOString()}`, subject, thread, owner, narrowed, verb, text: "" });
  });
}

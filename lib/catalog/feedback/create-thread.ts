import { z } from "zod";
import { posts } from "#db/schema/feedback/posts.ts";
import { threads } from "#db/schema/feedback/threads.ts";
import { threadKinds } from "#db/schema/feedback/words.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { refuseSecrets } from "../refuse-secrets.ts";
import { authorOf, limitPosts } from "./author.ts";
import { findSpot } from "./find-spot.ts";
import { SpotInput, TextInput } from "./spot-input.ts";
import { tell } from "./tell.ts";

export const ThreadInput = SpotInput.extend({ kind: z.enum(threadKinds).default("question"), text: TextInput });
export type ThreadInput = z.input<typeof ThreadInput>;

/**
 * Opens a question or a remark about an interface or a part of it. Its owners, its followers and those mentioned are told.
 * @throws NotFoundError for what one may not see, TooManyRequestsError
 */
export async function createThread({ ctx, input }: { ctx: Ctx; input: ThreadInput & { slug: string } }): Promise<{ id: number }> {
  const { kind, text, ...spot } = ThreadInput.parse(input);
  refuseSecrets({ text });
  const { subject, place, key, label, owner, narrowed } = await findSpot(ctx, input.slug, spot);
  authorize(ctx, "feedback.write", { interfaceId: subject.id });
  await limitPosts(ctx);
  return ctx.db.transaction(async (tx) => {
    const userId = authorOf(ctx);
    const [thread] = await tx.insert(threads).values({ interfaceId: subject.id, place, key, label, kind, userId }).returning();
    if (!thread) throw new Error("a thread just opened is gone");
    const [post] = await tx.insert(posts).values({ threadId: thread.id, userId, authorName: actorName(ctx), text }).returning({ id: posts.id });
    await recordAudit(tx, ctx, { action: "feedback.open", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { thread: thread.id, kind, place } });
    await tell(tx, ctx, { key: `comment ${post?.id}`, subject, thread, owner, narrowed, verb: kind === "question" ? "asked about" : "remarked on", text });
    return { id: thread.id };
  });
}

"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { discussionUrl } from "#lib/catalog/urls/discussion-url.ts";
import { deletePost, editPost, hidePost } from "#lib/catalog/feedback/change-post.ts";
import { closeThread } from "#lib/catalog/feedback/close-thread.ts";
import { createThread } from "#lib/catalog/feedback/create-thread.ts";
import { ratePage } from "#lib/catalog/feedback/rate-page.ts";
import { reply } from "#lib/catalog/feedback/reply.ts";
import { ServiceError } from "#lib/errors.ts";

/** Asks, replies, answers, edits, takes back, hides or rates: what the button pressed says. Each verb asks whether one may. */
export async function discuss(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const [change, slug, thread, post] = [said("change"), said("slug"), Number(said("thread")), Number(said("post"))];
  const spot = { operation: said("operation") || undefined, message: said("message") || undefined };
  let next: string | null = null;
  const answer = await formAnswer(async () => {
    if (change === "open") {
      const { id } = await createThread({ ctx, input: { slug, ...spot, change: said("ofChange") || undefined, kind: said("kind") === "comment" ? "comment" : "question", text: said("text") } });
      next = discussionUrl({ slug, thread: id });
    } else if (change === "reply") await reply({ ctx, input: { threadId: thread, text: said("text"), answers: said("answers") === "yes" } });
    else if (change === "answered") await closeThread({ ctx, input: { id: thread, state: "answered", answer: post } });
    else if (change === "resolved" || change === "reopen") await closeThread({ ctx, input: { id: thread, state: change === "reopen" ? "open" : "resolved" } });
    else if (change === "edit") await editPost({ ctx, input: { id: post, text: said("text") } });
    else if (change === "delete") next = (await deletePost({ ctx, input: { id: post } })).threadIsGone ? discussionUrl({ slug }) : null;
    else if (change === "hide" || change === "show") await hidePost({ ctx, input: { id: post, hidden: change === "hide" } });
    else if (change === "rate") {
      await ratePage({ ctx, input: { slug, ...spot, answered: said("answered") === "yes", words: said("words") || null } });
      return said("words") ? "Kept. The owners read it." : "Thank you.";
    } else throw new ServiceError("invalid-input", 400, "This form asks for nothing that there is. Reload the page.");
  });
  if (answer?.done && change !== "rate") revalidatePath("/interfaces", "layout");
  if (next !== null) redirect(next);
  return answer;
}

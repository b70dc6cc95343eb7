"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { answerRequest, AnswerRequestInput } from "#lib/catalog/access-requests/answer-request.ts";
import { accessRequestUrl } from "#lib/catalog/urls/lifecycle-url.ts";

/** Approves, declines, withdraws, asks or replies: what the button pressed says. */
export async function answerRequestAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const id = Number(said("id"));
  const answer = await formAnswer(async () => {
    await answerRequest({ ctx, input: { id, ...AnswerRequestInput.parse({ answer: said("change"), words: said("words") || null }) } });
  });
  if (answer?.done) revalidatePath(accessRequestUrl(id));
  return answer;
}

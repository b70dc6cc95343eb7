"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { settleRating } from "#lib/catalog/feedback/settle-rating.ts";

/** Says that a poor rating was seen to. */
export async function settleRatingAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const answer = await formAnswer(() => settleRating({ ctx, input: { id: Number(textsOf(form)("id")) } }));
  if (answer?.done) revalidatePath("/feedback");
  return answer;
}

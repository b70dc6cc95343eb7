"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { retryJob } from "#lib/catalog/admin/jobs.ts";

/** Lets a job that failed run again. */
export async function retryJobAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const answer = await formAnswer(() => retryJob({ ctx, input: { id: textsOf(form)("id") } }));
  if (answer?.done) revalidatePath("/admin/jobs");
  return answer;
}

"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { createTrust } from "#lib/auth/ci/create-trust.ts";
import { deleteTrust } from "#lib/auth/ci/delete-trust.ts";
import { personContext } from "#lib/auth/request-context.ts";

/** Lets a repository's pipelines publish for a team. */
export async function trustAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const input = { issuer: said("issuer"), audience: said("audience"), repository: said("repository"), ref: said("ref") || null, team: said("team"), interface: said("interface") || null };
  const answer = await formAnswer(async () => {
    await createTrust({ ctx, input });
    return `Pipelines of ${input.repository} publish from now on.`;
  });
  if (answer?.done) revalidatePath("/admin/pipelines");
  return answer;
}

/** Trusts it no more, at once. */
export async function distrustAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const answer = await formAnswer(() => deleteTrust({ ctx, id: Number(form.get("id")) }));
  revalidatePath("/admin/pipelines");
  return answer;
}

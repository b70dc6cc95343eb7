"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { decideVersion } from "#lib/catalog/decisions/decide-version.ts";

/** Puts a reason or an approval on record. */
export async function decideVersionAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const slug = said("slug");
  const answer = await formAnswer(() => decideVersion({ ctx, input: { slug, line: said("line") || null, version: Number(said("version")), kind: said("kind") === "approval" ? "approval" : "reason", words: said("words") } }));
  if (answer?.done) revalidatePath(`/interfaces/${encodeURIComponent(slug)}`, "layout");
  return answer;
}

"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { answerMigration, AnswerMigrationInput } from "#lib/catalog/migrations/answer-migration.ts";
import { migrationUrl } from "#lib/catalog/urls/lifecycle-url.ts";

/** Acknowledges for a consumer, waives it or takes that back: what the button pressed says. */
export async function answerMigrationAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const id = Number(said("id"));
  const answer = await formAnswer(() => answerMigration({ ctx, input: { id, consumer: Number(said("consumer")), ...AnswerMigrationInput.parse({ answer: said("change"), words: said("words") || null }) } }));
  if (answer?.done) revalidatePath(migrationUrl(id));
  return answer;
}

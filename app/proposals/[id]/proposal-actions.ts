"use server";
import { revalidatePath } from "next/cache";
import { formAnswer, textsOf } from "#app/form-answer.ts";
import type { FormAnswer } from "#components/ui/action-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { answerProposal } from "#lib/catalog/proposals/answer-proposal.ts";
import { withdrawProposal } from "#lib/catalog/proposals/withdraw-proposal.ts";
import { proposalUrl } from "#lib/catalog/urls/comparison-url.ts";

/** What a consumer says to a proposal. */
export async function answerProposalAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const said = textsOf(form);
  const id = Number(said("id"));
  const answer = await formAnswer(() => answerProposal({ ctx, input: { id, consumer: said("consumer"), kind: said("kind") === "interface" ? "interface" : "service", answer: said("answer") === "objected" ? "objected" : "acknowledged", words: said("words") } }));
  if (answer?.done) revalidatePath(proposalUrl(id));
  return answer;
}

export async function withdrawProposalAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await personContext();
  const id = Number(form.get("id"));
  const answer = await formAnswer(() => withdrawProposal({ ctx, input: { id } }));
  if (answer?.done) revalidatePath(proposalUrl(id));
  return answer;
}

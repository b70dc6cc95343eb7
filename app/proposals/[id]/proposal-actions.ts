"use server";
import { revalidatePath } from "next/cache";
import { ZodError } from "zod";
import type { AnswerState } from "#components/proposal/answer-form.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { answerProposal } from "#lib/catalog/comparisons/answer-proposal.ts";
import { withdrawProposal } from "#lib/catalog/comparisons/withdraw-proposal.ts";
import { proposalUrl } from "#lib/catalog/comparison-url.ts";
import { ServiceError } from "#lib/errors.ts";

/** What a consumer says to a proposal. */
export async function answerProposalAction(_before: AnswerState, form: FormData): Promise<AnswerState> {
  const ctx = await personContext();
  const said = (name: string) => String(form.get(name) ?? "").trim();
  const answer = said("answer") === "objected" ? "objected" : "acknowledged";
  return attempt(Number(said("id")), (id) => answerProposal({ ctx, input: { id, consumer: said("consumer"), kind: said("kind") === "interface" ? "interface" : "service", answer, words: said("words") } }));
}

export async function withdrawProposalAction(_before: AnswerState, form: FormData): Promise<AnswerState> {
  const ctx = await personContext();
  return attempt(Number(form.get("id")), (id) => withdrawProposal({ ctx, input: { id } }));
}

async function attempt(id: number, run: (id: number) => Promise<void>): Promise<AnswerState> {
  try {
    await run(id);
  } catch (error) {
    if (error instanceof ServiceError) return { message: error.message };
    if (error instanceof ZodError) return { message: `${error.issues[0]?.message ?? "That cannot be"}.` };
    throw error;
  }
  revalidatePath(proposalUrl(id));
  return null;
}

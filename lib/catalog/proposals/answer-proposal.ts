import { z } from "zod";
import { proposalAnswers } from "#db/schema/comparison/proposals.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError, ForbiddenError, NotFoundError, UnauthenticatedError } from "#lib/errors.ts";
import { actorId, actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findSpokenFor } from "./find-spoken-for.ts";
import { getProposal } from "./get-proposal.ts";

export const AnswerProposalInput = z.object({
  id: z.number().int().positive(),
  /** Slug of the consumer that is spoken for. */
  consumer: z.string().min(1).max(200),
  kind: z.enum(["service", "interface"]).default("service"),
  answer: z.enum(["acknowledged", "objected"]),
  words: z.string().trim().max(2_000).optional(),
}).refine(({ answer, words }) => answer !== "objected" || (words ?? "").length >= 3, { message: "say what speaks against it", path: ["words"] });

/**
 * What a consumer says to a proposal before it ships: it knows, or it objects, in words.
 * @throws ForbiddenError for somebody who does not speak for the consumer; NotFoundError when it is none of those touched
 */
export async function answerProposal({ ctx, input }: { ctx: Ctx; input: z.input<typeof AnswerProposalInput> }): Promise<void> {
  const { id, consumer: slug, kind, answer, words } = AnswerProposalInput.parse(input);
  if (ctx.actor.kind === "anonymous") throw new UnauthenticatedError();
  const { proposal, consumers } = await getProposal({ ctx, input: { id } });
  const consumer = consumers.find((candidate) => candidate.slug === slug && candidate.kind === kind);
  if (!consumer) throw new NotFoundError("consumer", slug);
  if (!(await findSpokenFor(ctx, [consumer])).has(`${kind} ${consumer.id}`)) throw new ForbiddenError("This needs a member of the team that owns the consumer.");
  if (proposal.state !== "open") throw new ConflictError(`The proposal is ${proposal.state} already.`);
  await ctx.db.transaction(async (tx) => {
    await tx.insert(proposalAnswers).values({
      proposalId: id, answer, words: words || null, contentHash: proposal.contentHash, actor: actorId(ctx), actorName: actorName(ctx),
      ...(kind === "service" ? { serviceId: consumer.id } : { interfaceId: consumer.id }),
    });
    await recordAudit(tx, ctx, { action: "proposal.answer", subject: "interface", subjectId: proposal.interfaceId, detail: { proposal: id, consumer: slug, answer } });
  });
}

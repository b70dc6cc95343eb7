import { and, eq } from "drizzle-orm";
import type { Tally } from "#db/schema/comparison/words.ts";
import { proposalAnswers, proposals } from "#db/schema/comparison/proposals.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { BusyError, NotFoundError, ServiceError } from "#lib/errors.ts";
import type { VersionAdvice } from "#lib/spec/diff/advise-version.ts";
import { comparisonUrl, proposalUrl } from "../urls/comparison-url.ts";
import { getComparison } from "./get-comparison.ts";
import { getProposal } from "../proposals/get-proposal.ts";
import { getPublishingPolicy } from "../decisions/publishing-policy.ts";
import type { Counts, ViewedConsumer } from "./view-comparison.ts";

type Consumer = Pick<ViewedConsumer, "kind" | "slug" | "title" | "owner" | "verdict" | "possible">;
export type Objection = { consumer: string; words: string | null; actorName: string; url: string };

/** What a version that was just published changed, for whoever published it. */
export type PublishedComparison = {
  base: { sequence: number; label: string };
  tally: Tally;
  advice: VersionAdvice | null;
  /** What the record still lacks. */
  missing: { reason: boolean; approval: boolean };
  /** Those broken, at risk or unknown; the others are only counted. */
  consumers: Consumer[];
  counts: Counts;
  /** How many of them may not be named. */
  hidden: Counts;
  /** What was said against it when it was proposed. */
  objections: Objection[];
  url: string;
};

/**
 * Compares what was published with the version before it, at once, as checking it would have: the worker's own comparison,
 * which is kept, may take a moment. `null` where there is nothing to compare with, or no time for it.
 */
export async function publishedComparison(ctx: Ctx, published: { slug: string; line: string; versionId: number; sequence: number }): Promise<PublishedComparison | null> {
  if (published.sequence === 1) return null;
  try {
    const comparison = await getComparison({ ctx, input: { slug: published.slug, line: published.line, to: published.sequence } });
    if (comparison.problem !== null) return null;
    const { base, tally, advice, impact, revision, slug, line } = comparison;
    const breaking = tally.verdict === "breaking";
    return {
      base: { sequence: base.sequence, label: base.label }, tally, advice,
      missing: { reason: breaking && revision.reason === null, approval: breaking && (await getPublishingPolicy(ctx.db)).approval },
      consumers: impact.consumers.filter(({ verdict }) => verdict !== "unaffected").map(({ kind, slug: consumer, title, owner, verdict, possible }) => ({ kind, slug: consumer, title, owner, verdict, possible })),
      counts: impact.counts, hidden: impact.hidden,
      objections: await objectionsTo(ctx, published.versionId),
      url: comparisonUrl({ slug, line, from: base.sequence, to: revision.sequence }),
    };
  } catch (error) {
    if (error instanceof BusyError || error instanceof NotFoundError || (error instanceof ServiceError && error.code === "purged")) return null;
    throw error;
  }
}

async function objectionsTo(ctx: Ctx, versionId: number): Promise<Objection[]> {
  const rows = await ctx.db
    .selectDistinct({ id: proposals.id })
    .from(proposals)
    .innerJoin(proposalAnswers, and(eq(proposalAnswers.proposalId, proposals.id), eq(proposalAnswers.answer, "objected")))
    .where(eq(proposals.publishedVersionId, versionId));
  const found = await Promise.all(rows.map(({ id }) => getProposal({ ctx, input: { id } })));
  return found.flatMap(({ proposal, consumers }) => consumers.flatMap(({ title, answer }) => (answer?.answer === "objected" ? [{ consumer: title, words: answer.words, actorName: answer.actorName, url: proposalUrl(proposal.id) }] : [])));
}

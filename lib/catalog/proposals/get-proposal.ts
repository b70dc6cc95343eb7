import { zstdDecompressSync } from "node:zlib";
import { and, asc, desc, eq } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { proposalAnswers, proposalFiles, proposals } from "#db/schema/comparison/proposals.ts";
import { versions } from "#db/schema/document/versions.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";
import { type HiddenParts, hiddenParts } from "../contents/hidden-parts.ts";
import { readTexts } from "../contents/read-texts.ts";
import { adviceOf } from "../comparisons/advice-of.ts";
import { compareTexts, type Texts } from "../comparisons/compare/compare-texts.ts";
import { findSpokenFor } from "./find-spoken-for.ts";
import { mainLineName } from "../comparisons/compare/main-line.ts";
import { type Opened, orBusy, readStored } from "../comparisons/open-comparison.ts";
import { type SideBySide, sideBySide } from "../comparisons/lines/side-by-side.ts";
import { viewComparison } from "../comparisons/view-comparison.ts";

export type ProposalDetail = Awaited<ReturnType<typeof getProposal>>;

/**
 * A proposal with what it would change, whom it would break and what these say to it, as far as the reader may see it.
 * @throws NotFoundError also for what the reader may not see
 */
export async function getProposal({ ctx, input }: { ctx: Ctx; input: { id: number } }) {
  const { proposal, subject, line, base } = await findProposal(ctx, input.id);
  const hidden = await hiddenParts(ctx, subject);
  const [before, after] = await Promise.all([base ? readTexts(ctx.db, base.id) : [], readProposed(ctx, proposal.id)]);
  const opened = await open(ctx, { proposal, subject, line }, before, after, hidden);
  const viewed = await viewComparison(ctx, opened, hidden === null);
  const shown = viewed.filtered ? [] : viewed.changes.slice(0, 200);
  const blocks = before.length === 0 ? [] : sideBySide(shown, before, after);
  const answers = await ctx.db.select().from(proposalAnswers).where(eq(proposalAnswers.proposalId, proposal.id)).orderBy(desc(proposalAnswers.id));
  const spokenFor = await findSpokenFor(ctx, viewed.impact.consumers);
  return {
    ...viewed,
    proposal,
    slug: subject.slug,
    title: proposal.title,
    line: line.name,
    base: base && { sequence: base.sequence, label: base.label },
    advice: base && viewed.problem === null ? adviceOf({ base: base.label, revision: proposal.label }, viewed.changes, !opened.sameContent) : null,
    lines: new Map<number, SideBySide>(shown.flatMap(({ ordinal }, index) => (blocks[index] ? [[ordinal, blocks[index]] as const] : []))),
    consumers: viewed.impact.consumers.map((consumer) => {
      // The newest answer of each counts.
      const answer = answers.find((row) => (consumer.kind === "service" ? row.serviceId : row.interfaceId) === consumer.id);
      const { words, actorName, createdAt } = answer ?? { words: null, actorName: "", createdAt: null };
      return { ...consumer, answer: answer && createdAt ? { answer: answer.answer, words, actorName, createdAt, isOutdated: answer.contentHash !== proposal.contentHash } : null, mayAnswer: spokenFor.has(`${consumer.kind} ${consumer.id}`) && proposal.state === "open" };
    }),
    may: { withdraw: proposal.state === "open" && may(ctx, "interface.publish", { interfaceId: subject.id, ownerTeamId: subject.ownerTeamId }) },
  };
}

/** @throws NotFoundError also for what the reader may not see */
export async function findProposal(ctx: Ctx, id: number) {
  const [row] = await ctx.db
    .select({ proposal: proposals, subject: interfaces, line: lines, base: versions })
    .from(proposals)
    .innerJoin(interfaces, eq(interfaces.id, proposals.interfaceId))
    .innerJoin(lines, eq(lines.id, proposals.lineId))
    .leftJoin(comparisons, eq(comparisons.proposalId, proposals.id))
    .leftJoin(versions, eq(versions.id, comparisons.baseVersionId))
    .where(and(eq(proposals.id, id), visibleInterfaces(ctx.scope)));
  if (!row) throw new NotFoundError("proposal", id);
  return row;
}

async function readProposed(ctx: Ctx, proposalId: number): Promise<Texts> {
  const rows = await ctx.db.select({ path: proposalFiles.path, zstd: proposalFiles.zstd }).from(proposalFiles).where(eq(proposalFiles.proposalId, proposalId)).orderBy(asc(proposalFiles.ordinal));
  return rows.map(({ path, zstd }) => ({ path, bytes: zstdDecompressSync(zstd) }));
}

type Found = Pick<Awaited<ReturnType<typeof findProposal>>, "proposal" | "subject" | "line">;

/** As it was stored; compared anew for a reader from whom a rule hides parts. */
async function open(ctx: Ctx, { proposal, subject, line }: Found, before: Texts, after: Texts, hidden: HiddenParts | null): Promise<Opened> {
  const stored = hidden?.byRule ? null : await readStored(ctx, { proposalId: proposal.id });
  if (stored) return stored;
  if (before.length === 0) return { problem: "The version that it was compared with is gone.", changes: [], hidden: false, impacts: [], sameContent: false };
  const isMain = line.name === (await mainLineName(ctx.db, subject.id));
  return orBusy(compareTexts(ctx.db, { interfaceId: subject.id, domainId: subject.domainId, line: { name: line.name, isMain } }, before, after, hidden?.hiding));
}

import { and, desc, eq } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { proposals } from "#db/schema/comparison/proposals.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { isNarrowed, seenTally } from "../comparisons/seen-tally.ts";

export type ProposalSummary = Awaited<ReturnType<typeof listProposals>>[number];

/** Proposals of an interface or of the mesh, newest first; the open ones unless all are asked for. */
export async function listProposals({ ctx, input }: { ctx: Ctx; input: { slug?: string; all?: boolean } }) {
  const rows = await ctx.db
    .select({
      id: proposals.id, slug: interfaces.slug, title: proposals.title, label: proposals.label, line: lines.name, state: proposals.state, words: proposals.words, ref: proposals.ref,
      createdByName: proposals.createdByName, createdAt: proposals.createdAt, changedAt: proposals.changedAt, ownerTeamId: interfaces.ownerTeamId, narrowed: isNarrowed, comparison: comparisons,
    })
    .from(proposals)
    .innerJoin(interfaces, eq(interfaces.id, proposals.interfaceId))
    .innerJoin(lines, eq(lines.id, proposals.lineId))
    .leftJoin(comparisons, eq(comparisons.proposalId, proposals.id))
    .where(and(visibleInterfaces(ctx.scope), input.slug ? eq(interfaces.slug, input.slug) : undefined, input.all ? undefined : eq(proposals.state, "open")))
    .orderBy(desc(proposals.changedAt), desc(proposals.id))
    .limit(200);
  return rows.map(({ comparison, ownerTeamId, narrowed, ...row }) => ({ ...row, tally: seenTally(ctx, { ownerTeamId, narrowed }, comparison) }));
}

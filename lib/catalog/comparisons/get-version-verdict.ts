import { desc, eq } from "drizzle-orm";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { decisions } from "#db/schema/comparison/decisions.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ServiceError } from "#lib/errors.ts";
import { findVersion, type VersionAddress } from "../versions/find-version.ts";
import { type Comparison, getComparison } from "./get-comparison.ts";
import { getPublishingPolicy } from "../decisions/publishing-policy.ts";

/** What a version changed against the one before it, and what is on record about it. */
export type VersionVerdict = {
  /** `null` for a first version, while it is being compared, or when a text is gone. */
  comparison: Comparison | null;
  pending: boolean;
  reason: { words: string; actorName: string; at: Date } | null;
  approval: { words: string; actorName: string; at: Date } | null;
  /** What is still asked of a breaking version. */
  missing: { reason: boolean; approval: boolean };
  may: { reason: boolean; approve: boolean };
};

/** @throws NotFoundError also for what the reader may not see */
export async function getVersionVerdict({ ctx, input }: { ctx: Ctx; input: VersionAddress }): Promise<VersionVerdict> {
  const { subject, line, version } = await findVersion(ctx, input);
  const [[stored], policy] = await Promise.all([ctx.db.select({ id: comparisons.id, state: comparisons.state }).from(comparisons).where(eq(comparisons.versionId, version.id)), getPublishingPolicy(ctx.db)]);
  const comparison = stored?.state === "compared" ? await getComparison({ ctx, input: { slug: subject.slug, line: line.name, to: version.sequence } }).catch(orGone) : null;
  const said = stored ? await ctx.db.select().from(decisions).where(eq(decisions.comparisonId, stored.id)).orderBy(desc(decisions.id)) : [];
  const newest = (kind: "reason" | "approval") => {
    const row = said.find((decision) => decision.kind === kind);
    return row ? { words: row.words, actorName: row.actorName, at: row.createdAt } : null;
  };
  const breaking = comparison?.tally.verdict === "breaking";
  const reason = newest("reason") ?? (version.reason === null ? null : { words: version.reason, actorName: version.publishedBy, at: version.publishedAt });
  const resource = { interfaceId: subject.id, ownerTeamId: subject.ownerTeamId };
  return {
    comparison, reason, approval: newest("approval"),
    pending: stored === undefined && version.sequence > 1,
    missing: { reason: breaking && reason === null, approval: breaking && policy.approval && newest("approval") === null },
    may: { reason: may(ctx, "interface.publish", resource), approve: may(ctx, "version.approve", resource) },
  };
}

function orGone(error: unknown): null {
  if (error instanceof NotFoundError || (error instanceof ServiceError && error.code === "purged")) return null;
  throw error;
}

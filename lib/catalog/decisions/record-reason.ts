import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { decisions } from "#db/schema/comparison/decisions.ts";
import { versions } from "#db/schema/document/versions.ts";
import { actorId, actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";

type Of = { versionId: number; sequence: number; interfaceId: number; slug: string };

/**
 * Gives a version that was published without a reason the one that publishing the same text again brings. Tells whether it
 * was missing: one that has a reason keeps it, and one that is known to break nothing needs none. Whoever calls has
 * authorised publishing.
 */
export async function recordReason(tx: Transaction, ctx: Ctx, { versionId, sequence, interfaceId, slug }: Of, words: string): Promise<boolean> {
  const [comparison] = await tx.select({ id: comparisons.id, state: comparisons.state, verdict: comparisons.verdict }).from(comparisons).where(eq(comparisons.versionId, versionId));
  const breaks = comparison?.verdict === "breaking";
  // Still to be compared it may turn out to break something; a line's first version cannot.
  if (sequence === 1 || (comparison && !breaks)) return false;
  const [given] = await tx.update(versions).set({ reason: words }).where(and(eq(versions.id, versionId), isNull(versions.reason))).returning({ id: versions.id });
  if (!given) return false;
  if (comparison) await tx.insert(decisions).values({ comparisonId: comparison.id, kind: "reason", words, actor: actorId(ctx), actorName: actorName(ctx) });
  await recordAudit(tx, ctx, { action: "version.reason", subject: "interface", subjectId: interfaceId, subjectName: slug, detail: { sequence, words } });
  return true;
}

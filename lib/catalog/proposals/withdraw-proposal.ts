import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { proposals } from "#db/schema/comparison/proposals.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError } from "#lib/errors.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findProposal } from "./get-proposal.ts";

/** Ends a proposal that will not ship. Its page stays. */
export async function withdrawProposal({ ctx, input }: { ctx: Ctx; input: { id: number } }): Promise<void> {
  const { proposal, subject } = await findProposal(ctx, input.id);
  authorize(ctx, "interface.publish", { interfaceId: subject.id, ownerTeamId: subject.ownerTeamId });
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx.update(proposals).set({ state: "withdrawn", closedAt: new Date() }).where(and(eq(proposals.id, proposal.id), eq(proposals.state, "open"))).returning({ id: proposals.id });
    if (!row) throw new ConflictError(`The proposal is ${proposal.state} already.`);
    await recordAudit(tx, ctx, { action: "proposal.withdraw", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { proposal: proposal.id } });
  });
}

/** Proposals of a text that has just been published are done. */
export async function closePublished(tx: Transaction, version: { lineId: number; contentHash: string; versionId: number }): Promise<void> {
  await tx
    .update(proposals)
    .set({ state: "published", publishedVersionId: version.versionId, closedAt: new Date() })
    .where(and(eq(proposals.lineId, version.lineId), eq(proposals.contentHash, version.contentHash), eq(proposals.state, "open")));
}

import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { proposalFiles, proposals } from "#db/schema/comparison/proposals.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ValidationError } from "#lib/errors.ts";
import type { PreparedDocument } from "#lib/parsing/prepare-document.ts";
import { recordNews } from "#lib/notify/record-news.ts";
import { proposalUrl } from "../urls/comparison-url.ts";
import type { FoundVersion } from "../versions/find-version.ts";
import type { PublishOptions } from "../publish/publish-spec-input.ts";
import { actorId, actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import type { Compared } from "../comparisons/compare/compare-texts.ts";
import { forgetComparison, storeComparison } from "../comparisons/compare/store-comparison.ts";

/**
 * Keeps what somebody means to publish, with its comparison, under an address of its own. Proposing again from the same
 * branch replaces the text and keeps the address.
 */
export async function proposeSpec(ctx: Ctx, { subject, line, version }: FoundVersion, document: PreparedDocument, options: PublishOptions, words: string | null, compared: Compared): Promise<{ id: number }> {
  authorize(ctx, "interface.publish", { interfaceId: subject.id, ownerTeamId: subject.ownerTeamId });
  const { spec } = document;
  if (!spec) throw new ValidationError("A document that cannot be understood cannot be proposed.");
  return ctx.db.transaction(async (tx) => {
    const values = {
      interfaceId: subject.id, lineId: line.id, contentHash: document.contentHash, title: spec.title, label: spec.label, format: spec.format, specVersion: spec.specVersion,
      sourceKey: sourceKeyOf(options), commit: options.commit ?? null, ref: options.ref ?? null, words, createdBy: actorId(ctx), createdByName: actorName(ctx), changedAt: new Date(),
    };
    const known = await findOpen(tx, line.id, values.sourceKey);
    const [row] = known ? await tx.update(proposals).set(values).where(eq(proposals.id, known.id)).returning({ id: proposals.id }) : await tx.insert(proposals).values(values).returning({ id: proposals.id });
    if (!row) throw new Error("a proposal just made is gone");
    await tx.delete(proposalFiles).where(eq(proposalFiles.proposalId, row.id));
    for (const [ordinal, { path, zstd, bytesRaw }] of document.blobs.entries()) await tx.insert(proposalFiles).values({ proposalId: row.id, path, ordinal, zstd, size: bytesRaw });
    await forgetComparison(tx, row.id);
    const comparisonId = await storeComparison(tx, { proposalId: row.id }, version.id, compared);
    await recordAudit(tx, ctx, { action: known ? "proposal.change" : "proposal.create", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { proposal: row.id, line: line.name, label: spec.label } });
    // Once for each text: those whom it touches are asked for an answer.
    await recordNews(tx, ctx, { key: `proposal ${row.id} ${document.contentHash}`, kind: "proposal", interfaceId: subject.id, comparisonId, title: `A next version of ${spec.title} (${spec.label}) is proposed`, path: proposalUrl(row.id) });
    return row;
  });
}

function sourceKeyOf({ repository, path, ref }: PublishOptions): string | null {
  return repository && ref ? `${repository}#${path ?? ""}#${ref}` : null;
}

async function findOpen(tx: Transaction, lineId: number, sourceKey: string | null) {
  if (sourceKey === null) return undefined;
  const [row] = await tx.select({ id: proposals.id }).from(proposals).where(and(eq(proposals.lineId, lineId), eq(proposals.sourceKey, sourceKey), eq(proposals.state, "open"))).for("update");
  return row;
}

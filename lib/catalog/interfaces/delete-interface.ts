import { and, eq, isNull } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { participations } from "#db/schema/mesh/participations.ts";
import { searchDocuments } from "#db/schema/system/search-documents.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { findInterface } from "../versions/find-version.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

/**
 * Leaves a tombstone: the interface is gone from pages, lists, search and the mesh, its slug stays taken, its texts are
 * kept until purged. Publishing again from the same place makes a new interface.
 */
export async function deleteInterface({ ctx, input }: { ctx: Ctx; input: { slug: string } }): Promise<void> {
  const subject = await findInterface(ctx, input.slug);
  authorize(ctx, "interface.delete", { ownerTeamId: subject.ownerTeamId, interfaceId: subject.id });
  await ctx.db.transaction(async (tx) => {
    const [deleted] = await tx.update(interfaces).set({ deletedAt: new Date() }).where(and(eq(interfaces.id, subject.id), isNull(interfaces.deletedAt))).returning({ id: interfaces.id });
    if (!deleted) throw new NotFoundError("interface", input.slug);
    const left = await tx.delete(participations).where(eq(participations.interfaceId, subject.id)).returning({ channelId: participations.channelId });
    await enqueue(tx, "derive-dependencies", { interfaceId: subject.id, channelIds: [...new Set(left.map(({ channelId }) => channelId))] });
    await tx.delete(searchDocuments).where(eq(searchDocuments.interfaceId, subject.id));
    await recordAudit(tx, ctx, { action: "interface.delete", subject: "interface", subjectId: subject.id, subjectName: subject.slug });
    await enqueue(tx, "remove-from-index", { interfaceId: subject.id });
  });
}

import { and, asc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { mainLineName } from "../comparisons/compare/main-line.ts";
import { findInterface } from "../versions/find-version.ts";
import { assertEveryoneMoved } from "../migrations/assert-everyone-moved.ts";
import { closeMigration, findOpen, lockMigrations } from "../migrations/open-migration.ts";
import { loadSubject } from "../migrations/subject.ts";
import { retryOnDeadlock } from "../publish/retry-on-deadlock.ts";

/**
 * Hides an interface with all its lines from lists and search, or brings it back. Its pages stay where they are.
 * @throws ConflictError while somebody who uses it has neither moved nor been waived, unless `reason` says why it cannot wait
 */
export async function retireInterface({ ctx, input }: { ctx: Ctx; input: { slug: string; retired: boolean; reason?: string | null } }): Promise<void> {
  const subject = await findInterface(ctx, input.slug);
  authorize(ctx, "interface.retire", { ownerTeamId: subject.ownerTeamId, interfaceId: subject.id });
  const reason = input.reason?.trim() || null;
  await retryOnDeadlock(() => ctx.db.transaction(async (tx) => {
    await lockMigrations(tx, subject.id);
    if (input.retired) await closeLines(tx, ctx, subject.id, reason);
    // What is brought back is its main line; others that were retired before stay so.
    else await tx.update(lines).set({ lifecycle: null }).where(and(eq(lines.interfaceId, subject.id), eq(lines.lifecycle, "retired"), eq(lines.name, await mainLineName(tx, subject.id))));
    await tx.update(interfaces).set({ retiredAt: input.retired ? new Date() : null, lifecycle: input.retired ? "retired" : "stable" }).where(eq(interfaces.id, subject.id));
    await recordAudit(tx, ctx, { action: input.retired ? "interface.retire" : "interface.unretire", subject: "interface", subjectId: subject.id, subjectName: subject.slug, ...(reason ? { detail: { reason } } : {}) });
    await enqueue(tx, input.retired ? "remove-from-index" : "index-interface", { interfaceId: subject.id });
    if (input.retired) await enqueue(tx, "settle-migrations", { interfaceId: subject.id });
  }));
}

async function closeLines(tx: Transaction, ctx: Ctx, interfaceId: number, reason: string | null): Promise<void> {
  for (const { id } of await tx.select({ id: lines.id }).from(lines).where(eq(lines.interfaceId, interfaceId)).orderBy(asc(lines.id))) {
    const about = await loadSubject(tx, { lineId: id, operationKey: null });
    await assertEveryoneMoved(tx, about, null, reason);
    const open = await findOpen(tx, id, null);
    if (open) await closeMigration(tx, ctx, open, about, "retired", reason);
  }
}

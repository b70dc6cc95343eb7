import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { findReindexProgress, writeReindexProgress, type ReindexProgress } from "#lib/search/jobs/reindex-progress.ts";

/** Has the search index built anew beside the running one; search goes on meanwhile. */
export async function requestReindex({ ctx }: { ctx: Ctx }): Promise<ReindexProgress> {
  authorize(ctx, "search.reindex");
  await ctx.db.transaction(async (tx) => {
    await writeReindexProgress(tx, { state: "waiting", done: 0, total: 0, message: null });
    await enqueue(tx, "reindex", { reason: "asked for" });
    await recordAudit(tx, ctx, { action: "search.reindex", subject: "search" });
  });
  return getReindex({ ctx });
}

/** How far it is. */
export async function getReindex({ ctx }: { ctx: Ctx }): Promise<ReindexProgress> {
  authorize(ctx, "search.reindex");
  return (await findReindexProgress(ctx.db)) ?? { state: "done", done: 0, total: 0, message: null, changedAt: new Date(0).toISOString() };
}

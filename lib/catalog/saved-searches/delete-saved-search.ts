import { and, eq } from "drizzle-orm";
import { savedSearches } from "#db/schema/people/saved-searches.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";

/** Forgets a search of one's own, and ends what follows it. @throws NotFoundError also for those of others */
export async function deleteSavedSearch({ ctx, input: { id } }: { ctx: Ctx; input: { id: number } }): Promise<void> {
  authorize(ctx, "search.save");
  await ctx.db.transaction(async (tx) => {
    const [gone] = await tx.delete(savedSearches).where(and(eq(savedSearches.id, id), eq(savedSearches.userId, accountIdOf(ctx.actor) ?? ""))).returning({ name: savedSearches.name });
    if (!gone) throw new NotFoundError("search", id);
    await tx.delete(subscriptions).where(and(eq(subscriptions.subject, "search"), eq(subscriptions.subjectId, id)));
    await recordAudit(tx, ctx, { action: "search.forget", subject: "search", subjectId: id, subjectName: gone.name });
  });
}

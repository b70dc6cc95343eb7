import { and, eq, isNull } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { ratings } from "#db/schema/feedback/ratings.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";

/** Says that a poor rating was seen to: a member of the owning team. It leaves the list of work until its author rates again. */
export async function settleRating({ ctx, input }: { ctx: Ctx; input: { id: number } }): Promise<void> {
  const [row] = await ctx.db.select({ rating: ratings, subject: interfaces }).from(ratings).innerJoin(interfaces, eq(interfaces.id, ratings.interfaceId)).where(and(eq(ratings.id, input.id), visibleInterfaces(ctx.scope)));
  if (!row) throw new NotFoundError("rating", input.id);
  authorize(ctx, "feedback.close", { ownerTeamId: row.subject.ownerTeamId, interfaceId: row.subject.id });
  await ctx.db.transaction(async (tx) => {
    const settled = await tx.update(ratings).set({ settledAt: new Date() }).where(and(eq(ratings.id, input.id), isNull(ratings.settledAt))).returning({ id: ratings.id });
    if (settled.length > 0) await recordAudit(tx, ctx, { action: "feedback.settle", subject: "interface", subjectId: row.subject.id, subjectName: row.subject.slug, detail: { rating: input.id, place: row.rating.place } });
  });
}

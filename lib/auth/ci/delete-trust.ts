import { eq } from "drizzle-orm";
import { ciTrusts } from "#db/schema/people/ci-trusts.ts";
import { NotFoundError } from "../../errors.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { authorize } from "../authorize.ts";
import type { Ctx } from "../context.ts";

/** Ends what `createTrust` began, at once. @throws NotFoundError */
export async function deleteTrust({ ctx, id }: { ctx: Ctx; id: number }): Promise<void> {
  authorize(ctx, "pipeline.trust");
  await ctx.db.transaction(async (tx) => {
    const [gone] = await tx.delete(ciTrusts).where(eq(ciTrusts.id, id)).returning({ repository: ciTrusts.repository });
    if (!gone) throw new NotFoundError("pipeline", id);
    await recordAudit(tx, ctx, { action: "pipeline.distrust", subject: "pipeline", subjectId: id, subjectName: gone.repository });
  });
}

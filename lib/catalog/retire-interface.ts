import { eq } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { findInterface } from "./find-version.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

/** Hides an interface from lists and search, or brings it back. Its pages stay where they are. */
export async function retireInterface({ ctx, input }: { ctx: Ctx; input: { slug: string; retired: boolean } }): Promise<void> {
  const subject = await findInterface(ctx, input.slug);
  authorize(ctx, "interface.retire", { ownerTeamId: subject.ownerTeamId });
  await ctx.db.transaction(async (tx) => {
    await tx.update(interfaces).set({ retiredAt: input.retired ? new Date() : null, lifecycle: input.retired ? "retired" : "stable" }).where(eq(interfaces.id, subject.id));
    await recordAudit(tx, ctx, { action: input.retired ? "interface.retire" : "interface.unretire", subject: "interface", subjectId: subject.id, subjectName: subject.slug });
    await enqueue(tx, input.retired ? "remove-from-index" : "index-interface", { interfaceId: subject.id });
  });
}

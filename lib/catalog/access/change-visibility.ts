import { eq } from "drizzle-orm";
import { z } from "zod";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { visibilities, type Visibility } from "#db/schema/catalog/words.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { findShared } from "./find-shared.ts";

export const VisibilityInput = z.enum(visibilities);

/** Says who sees an interface: everyone, everyone inside, its name alone, or its team and those granted access. */
export async function changeVisibility({ ctx, input }: { ctx: Ctx; input: { slug: string; visibility: Visibility } }): Promise<void> {
  const visibility = VisibilityInput.parse(input.visibility);
  const subject = await findShared(ctx, input.slug);
  if (visibility === subject.visibility) return;
  await ctx.db.transaction(async (tx) => {
    await tx.update(interfaces).set({ visibility }).where(eq(interfaces.id, subject.id));
    await recordAudit(tx, ctx, { action: "interface.visibility", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { from: subject.visibility, to: visibility } });
    await enqueue(tx, "index-interface", { interfaceId: subject.id });
  });
}

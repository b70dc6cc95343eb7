import { eq } from "drizzle-orm";
import { z } from "zod";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { refuseSecrets } from "../refuse-secrets.ts";
import { findShared } from "./find-shared.ts";

export const ApprovalInput = z.object({
  required: z.boolean().meta({ description: "Whether the owning team is asked before the interface is used." }),
  note: z.string().trim().max(4_000).nullish().meta({ description: "What approved teams read: how to get credentials. Never the credentials themselves." }),
});

/** Says whether an interface is asked for before it is used, and what those who are approved read. @throws ValidationError for what looks like a secret */
export async function changeApproval({ ctx, input }: { ctx: Ctx; input: z.input<typeof ApprovalInput> & { slug: string } }): Promise<void> {
  const { required, note } = ApprovalInput.parse(input);
  const subject = await findShared(ctx, input.slug);
  refuseSecrets({ note });
  await ctx.db.transaction(async (tx) => {
    await tx.update(interfaces).set({ approvalRequired: required, accessNote: note || null }).where(eq(interfaces.id, subject.id));
    await recordAudit(tx, ctx, { action: "interface.approval", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { required, note: Boolean(note) } });
  });
}

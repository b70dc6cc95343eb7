import { eq } from "drizzle-orm";
import { z } from "zod";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ValidationError } from "#lib/errors.ts";
import { findShared } from "./find-shared.ts";

export const ApprovalInput = z.object({
  required: z.boolean().meta({ description: "Whether the owning team is asked before the interface is used." }),
  note: z.string().trim().max(4_000).nullish().meta({ description: "What approved teams read: how to get credentials. Never the credentials themselves." }),
});

// Private keys, cloud keys, tokens of known makers, JSON web tokens, and passwords in so many words.
const secret = /-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\b(?:gh[pousr]_|glpat-|xox[abpr]-|sk_live_|im_)[A-Za-z0-9_-]{16,}|\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*|\b(?:password|passwort|secret|api[-_ ]?key)\s*[:=]\s*\S{6,}/i;

/** Says whether an interface is asked for before it is used, and what those who are approved read. @throws ValidationError for what looks like a secret */
export async function changeApproval({ ctx, input }: { ctx: Ctx; input: z.input<typeof ApprovalInput> & { slug: string } }): Promise<void> {
  const { required, note } = ApprovalInput.parse(input);
  const subject = await findShared(ctx, input.slug);
  if (note && secret.test(note)) throw new ValidationError("This looks like a secret, and none are kept here.", { note: "Say where credentials are to be had, not the credentials themselves." });
  await ctx.db.transaction(async (tx) => {
    await tx.update(interfaces).set({ approvalRequired: required, accessNote: note || null }).where(eq(interfaces.id, subject.id));
    await recordAudit(tx, ctx, { action: "interface.approval", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { required, note: Boolean(note) } });
  });
}

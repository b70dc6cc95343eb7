import { eq } from "drizzle-orm";
import { z } from "zod";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { decisions } from "#db/schema/comparison/decisions.ts";
import { versions } from "#db/schema/document/versions.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError } from "#lib/errors.ts";
import { findVersion } from "../versions/find-version.ts";
import { actorId, actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";

export const DecideVersionInput = z.object({
  slug: z.string(),
  line: z.string().nullish(),
  version: z.number().int().positive().max(2_147_483_647),
  kind: z.enum(["reason", "approval"]),
  words: z.string().trim().min(3, "say it in a few words").max(2_000),
});

/**
 * Gives the reason for a breaking version afterwards, or approves of it. Both stay on record with who said it.
 * @throws ConflictError when the version is not breaking, or is not compared yet; ForbiddenError
 */
export async function decideVersion({ ctx, input }: { ctx: Ctx; input: z.input<typeof DecideVersionInput> }): Promise<void> {
  const { kind, words, ...address } = DecideVersionInput.parse(input);
  const { subject, version } = await findVersion(ctx, address);
  authorize(ctx, kind === "approval" ? "version.approve" : "interface.publish", { interfaceId: subject.id, ownerTeamId: subject.ownerTeamId });
  await ctx.db.transaction(async (tx) => {
    const [comparison] = await tx.select({ id: comparisons.id, verdict: comparisons.verdict }).from(comparisons).where(eq(comparisons.versionId, version.id));
    if (!comparison) throw new ConflictError("The version is still being compared. Try again in a moment.");
    if (comparison.verdict !== "breaking") throw new ConflictError("The version breaks nothing, so it needs neither a reason nor an approval.");
    await tx.insert(decisions).values({ comparisonId: comparison.id, kind, words, actor: actorId(ctx), actorName: actorName(ctx) });
    if (kind === "reason") await tx.update(versions).set({ reason: words }).where(eq(versions.id, version.id));
    await recordAudit(tx, ctx, { action: `version.${kind}`, subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { sequence: version.sequence, words } });
  });
}

import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findOwned, touchOwner, type OwnedAddress } from "./find-owned.ts";

/** "Still ours": a member of the owning team says that it still answers for this. */
export async function confirmOwned({ ctx, input }: { ctx: Ctx; input: OwnedAddress }): Promise<{ slug: string }> {
  const owned = await findOwned(ctx, input);
  authorize(ctx, "ownership.confirm", { ownerTeamId: owned.ownerTeamId });
  await ctx.db.transaction(async (tx) => {
    await touchOwner(tx, owned);
    await recordAudit(tx, ctx, { action: `${owned.subject}.confirm-owner`, subject: owned.subject, subjectId: owned.id, subjectName: owned.slug });
  });
  return { slug: owned.slug };
}

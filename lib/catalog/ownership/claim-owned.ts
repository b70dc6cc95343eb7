import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findTeam } from "../teams/find-team.ts";
import { findOwned, lockOwned, setOwner, type OwnedAddress } from "./find-owned.ts";

/** Gives what nobody owns to one's own team. @throws ConflictError when it has an owner: that team can offer it */
export async function claimOwned({ ctx, input }: { ctx: Ctx; input: OwnedAddress & { team: string } }): Promise<{ slug: string }> {
  const found = await findOwned(ctx, input);
  const team = await findTeam(ctx.db, input.team);
  authorize(ctx, "ownership.claim", { ownerTeamId: team.id });
  await ctx.db.transaction(async (tx) => {
    const owned = await lockOwned(tx, found.subject, found.id);
    if (!owned) throw new NotFoundError(input.subject, input.slug);
    if (owned.ownerTeamId === team.id) return;
    if (owned.ownerTeamId !== null) throw new ConflictError(`"${owned.title}" has an owner. That team can offer it to yours.`);
    await setOwner(tx, owned, team.id);
    await recordAudit(tx, ctx, { action: `${owned.subject}.claim`, subject: owned.subject, subjectId: owned.id, subjectName: owned.slug, detail: { team: team.slug } });
  });
  return { slug: found.slug };
}

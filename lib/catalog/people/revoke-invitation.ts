import { and, eq, isNull } from "drizzle-orm";
import { invitations } from "#db/schema/people/invitations.ts";
import { authorize, may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

/** Takes a link back. @throws NotFoundError also for one of a team that one does not manage */
export async function revokeInvitation({ ctx, input }: { ctx: Ctx; input: { id: number } }): Promise<void> {
  authorize(ctx, "person.list");
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(invitations).where(and(eq(invitations.id, input.id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt))).for("update");
    if (!row || !may(ctx, "invitation.create", { ownerTeamId: row.teamId })) throw new NotFoundError("invitation", input.id);
    await tx.update(invitations).set({ revokedAt: new Date() }).where(eq(invitations.id, input.id));
    await recordAudit(tx, ctx, { action: "person.uninvite", subject: "person", subjectName: row.email });
  });
}

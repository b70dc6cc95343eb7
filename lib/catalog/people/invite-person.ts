import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { invitations } from "#db/schema/people/invitations.ts";
import { accountIdOf, isAdministrator } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { installationSettings } from "#lib/auth/settings.ts";
import { hashSecret, newSecret } from "#lib/auth/tokens/secret.ts";
import { ConflictError, ForbiddenError } from "#lib/errors.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findTeam } from "../teams/find-team.ts";

export const InvitePersonInput = z.object({
  email: z.email("This is not an e-mail address.").max(200, "At most 200 characters.").transform((email) => email.toLowerCase()),
  team: z.string().trim().max(100).optional().transform((slug) => slug || undefined).meta({ description: "Slug of the team to join; an administrator may leave it out." }),
  teamRole: z.enum(["member", "maintainer"]).default("member"),
  role: z.enum(["member", "admin"]).default("member").meta({ description: "`admin` is an administrator of the installation; only one of them can invite another." }),
  days: z.coerce.number().int().min(1).max(30).default(7).meta({ description: "Days until the link ends." }),
});
export type InvitePersonInput = z.input<typeof InvitePersonInput>;

/** `secret` goes into the link; it is not kept and cannot be shown again. */
export type Invited = { id: number; email: string; secret: string; expiresAt: Date };

/**
 * Makes a link with which one person gets an account, and joins a team. An earlier open link for the same address and
 * team ends. @throws ForbiddenError where nobody new is let in; ConflictError for someone who has an account already
 */
export async function invitePerson({ ctx, input, now = new Date() }: { ctx: Ctx; input: InvitePersonInput; now?: Date }): Promise<Invited> {
  const { email, team: slug, teamRole, role, days } = InvitePersonInput.parse(input);
  const team = slug ? await findTeam(ctx.db, slug) : null;
  authorize(ctx, "invitation.create", { ownerTeamId: team?.id ?? null });
  if (role === "admin" && !isAdministrator(ctx.actor)) throw new ForbiddenError("Only an administrator can invite an administrator.");
  if ((await installationSettings(ctx.db)).signUp === "closed") throw new ForbiddenError("Sign-up is closed: nobody new gets an account. An administrator can change that under Settings of the installation.");

  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + days * 86_400_000);
  return ctx.db.transaction(async (tx) => {
    const [known] = await tx.select({ id: users.id, deactivatedAt: users.deactivatedAt }).from(users).where(eq(users.email, email));
    if (known) throw new ConflictError(known.deactivatedAt ? `${email} has an account that was deactivated. An administrator can bring it back.` : `${email} has an account already. Add them to the team instead.`);
    const sameTeam = team ? eq(invitations.teamId, team.id) : isNull(invitations.teamId);
    await tx.update(invitations).set({ revokedAt: now }).where(and(eq(invitations.email, email), sameTeam, isNull(invitations.userId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));
    const [row] = await tx
      .insert(invitations)
      .values({ hash: hashSecret(secret), email, role, teamId: team?.id ?? null, teamRole, invitedBy: accountIdOf(ctx.actor), invitedByName: actorName(ctx), expiresAt })
      .returning({ id: invitations.id });
    if (!row) throw new Error("The invitation was not stored.");
    await recordAudit(tx, ctx, { action: "person.invite", subject: "person", subjectName: email, detail: { ...(team ? { team: team.slug, teamRole } : {}), ...(role === "admin" ? { role } : {}) } });
    return { id: row.id, email, secret, expiresAt };
  });
}

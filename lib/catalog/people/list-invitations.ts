import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { invitations } from "#db/schema/people/invitations.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { findTeam } from "../teams/find-team.ts";

export type InvitationSummary = Awaited<ReturnType<typeof listInvitations>>["items"][number];

/** Links that still hold, newest first: of a team for its maintainers, all for administrators. */
export async function listInvitations({ ctx, input = {} }: { ctx: Ctx; input?: { team?: string | undefined } }) {
  const team = input.team ? await findTeam(ctx.db, input.team) : null;
  authorize(ctx, "invitation.create", { ownerTeamId: team?.id ?? null });
  const items = await ctx.db
    .select({
      id: invitations.id, email: invitations.email, role: invitations.role, teamRole: invitations.teamRole, teamSlug: teams.slug, teamName: teams.name,
      invitedByName: invitations.invitedByName, createdAt: invitations.createdAt, expiresAt: invitations.expiresAt,
      isPasswordLink: sql<boolean>`${invitations.userId} is not null`,
    })
    .from(invitations)
    .leftJoin(teams, eq(teams.id, invitations.teamId))
    .where(and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, sql`now()`), team ? eq(invitations.teamId, team.id) : undefined))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(500);
  return { items: items.map(({ teamSlug, teamName, ...row }) => ({ ...row, team: teamSlug && teamName ? { slug: teamSlug, name: teamName } : null })), next: null };
}

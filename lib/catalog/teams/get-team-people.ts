import { eq } from "drizzle-orm";
import { teamGroups } from "#db/schema/people/team-groups.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listInvitations } from "../people/list-invitations.ts";
import { findTeam } from "./find-team.ts";
import { listMembers } from "./list-members.ts";

export type TeamPeople = Awaited<ReturnType<typeof getTeamPeople>>;

/** Who is in a team, who is invited, and what the reader may do about it; of a visitor's page there are no people. */
export async function getTeamPeople({ ctx, input }: { ctx: Ctx; input: { slug: string } }) {
  const team = await findTeam(ctx.db, input.slug);
  const manages = may(ctx, "team.manage", { ownerTeamId: team.id });
  const [members, invitations, groups] = await Promise.all([
    may(ctx, "person.list") ? listMembers({ ctx, input }) : { items: [] },
    manages ? listInvitations({ ctx, input: { team: team.slug } }) : { items: [] },
    manages ? ctx.db.select({ groupName: teamGroups.groupName, role: teamGroups.role }).from(teamGroups).where(eq(teamGroups.teamId, team.id)) : [],
  ]);
  return {
    seesPeople: may(ctx, "person.list"),
    me: accountIdOf(ctx.actor),
    members: members.items,
    invitations: invitations.items,
    groups,
    may: { manage: manages, delete: may(ctx, "team.delete", { ownerTeamId: team.id }) },
  };
}

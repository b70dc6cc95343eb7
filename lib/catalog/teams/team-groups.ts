import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { teamGroups } from "#db/schema/people/team-groups.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { syncGroup } from "#lib/auth/oidc/sync-groups.ts";
import { NotFoundError } from "#lib/errors.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { findTeam } from "./find-team.ts";

export const TeamGroupInput = z.object({
  group: z.string().trim().min(1, "Name the group as the provider does.").max(300).meta({ description: "As the provider's group claim names it: a name or an id." }),
  team: z.string().trim().min(1).max(100).meta({ description: "Slug of the team." }),
  role: z.enum(["member", "maintainer"]).default("member"),
});
export type TeamGroup = Awaited<ReturnType<typeof listTeamGroups>>["items"][number];

/** Which groups of the company's sign-in lead to which teams. */
export async function listTeamGroups({ ctx }: { ctx: Ctx }) {
  authorize(ctx, "settings.see");
  const rows = await ctx.db
    .select({ group: teamGroups.groupName, role: teamGroups.role, slug: teams.slug, name: teams.name })
    .from(teamGroups)
    .innerJoin(teams, eq(teams.id, teamGroups.teamId))
    .orderBy(asc(teamGroups.groupName), asc(teams.slug))
    .limit(2000);
  return { items: rows.map(({ slug, name, ...row }) => ({ ...row, team: { slug, name } })), next: null };
}

/** Lets a group lead to a team; whoever was in it at their last sign-in belongs to the team at once. */
export async function putTeamGroup({ ctx, input }: { ctx: Ctx; input: z.input<typeof TeamGroupInput> }): Promise<void> {
  const { group, team: slug, role } = TeamGroupInput.parse(input);
  authorize(ctx, "settings.change");
  const team = await findTeam(ctx.db, slug);
  await ctx.db.transaction(async (tx) => {
    await tx.insert(teamGroups).values({ groupName: group, teamId: team.id, role }).onConflictDoUpdate({ target: [teamGroups.groupName, teamGroups.teamId], set: { role } });
    await syncGroup(tx, group);
    await recordAudit(tx, ctx, { action: "team.group-add", subject: "team", subjectId: team.id, subjectName: team.slug, detail: { group, role } });
  });
}

/** Ends that a group leads to a team; whoever is in the team by it alone leaves at once. */
export async function deleteTeamGroup({ ctx, input }: { ctx: Ctx; input: { group: string; team: string } }): Promise<void> {
  authorize(ctx, "settings.change");
  const team = await findTeam(ctx.db, input.team);
  await ctx.db.transaction(async (tx) => {
    const removed = await tx.delete(teamGroups).where(and(eq(teamGroups.groupName, input.group), eq(teamGroups.teamId, team.id))).returning({ group: teamGroups.groupName });
    if (removed.length === 0) throw new NotFoundError("group of this team", input.group);
    await syncGroup(tx, input.group);
    await recordAudit(tx, ctx, { action: "team.group-remove", subject: "team", subjectId: team.id, subjectName: team.slug, detail: { group: input.group } });
  });
}

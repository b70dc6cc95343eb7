import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import { scimGroupMembers, scimGroups, scimUsers } from "#db/schema/directory.ts";
import { teamGroups } from "#db/schema/people/team-groups.ts";
import { teams } from "#db/schema/people/teams.ts";
import { tokens } from "#db/schema/people/tokens.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";

export type Directory = Awaited<ReturnType<typeof getDirectory>>;

/** How the company's directory is connected, and what it said: its tokens, how many people, its groups and where they lead. */
export async function getDirectory({ ctx }: { ctx: Ctx }) {
  authorize(ctx, "settings.see");
  const [known, [people], groups, leads] = await Promise.all([
    ctx.db
      .select({ id: tokens.id, name: tokens.name, hint: tokens.hint, createdAt: tokens.createdAt, lastUsedAt: tokens.lastUsedAt, expiresAt: tokens.expiresAt })
      .from(tokens)
      .where(and(sql`'provision' = any(${tokens.scopes})`, isNull(tokens.revokedAt)))
      .orderBy(desc(tokens.id)),
    ctx.db.select({ active: sql<number>`(count(*) filter (where ${scimUsers.active}))::int`, all: sql<number>`count(*)::int` }).from(scimUsers),
    ctx.db
      .select({ id: scimGroups.id, name: scimGroups.displayName, externalId: scimGroups.externalId, members: count(scimGroupMembers.id) })
      .from(scimGroups)
      .leftJoin(scimGroupMembers, eq(scimGroupMembers.groupId, scimGroups.id))
      .groupBy(scimGroups.id)
      .orderBy(asc(scimGroups.displayName))
      .limit(500),
    ctx.db.select({ group: teamGroups.groupName, role: teamGroups.role, slug: teams.slug, name: teams.name }).from(teamGroups).innerJoin(teams, eq(teams.id, teamGroups.teamId)).orderBy(asc(teams.name)),
  ]);
  return {
    tokens: known,
    people: people ?? { active: 0, all: 0 },
    groups: groups.map((group) => ({ ...group, teams: leads.filter((lead) => lead.group === group.name || lead.group === group.externalId).map(({ slug, name, role }) => ({ slug, name, role })) })),
  };
}

import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { teamGroups } from "#db/schema/people/team-groups.ts";
import { teams } from "#db/schema/people/teams.ts";
import { auditLog } from "#db/schema/system/audit-log.ts";
import { isInDirectoryGroup, listDirectoryGroups } from "./directory-groups.ts";

type By = Pick<typeof auditLog.$inferInsert, "actor" | "actorName" | "requestId" | "address">;

/**
 * Makes the memberships of a person what their groups say, those of `claimed` and those of the company's directory: those that a group gives come and go with it, those that
 * people gave stay. Of several groups that lead to one team the higher role holds. Changes are on record.
 */
export async function syncGroups(db: Executor, person: { id: string; name: string }, claimed: string[], by: By = { actor: `person ${person.id}`, actorName: person.name }): Promise<void> {
  await db.transaction(async (tx) => {
    // Two sign-ins of one person at once take turns.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`groups ${person.id}`}, 0))`);
    const groups = [...claimed, ...(await listDirectoryGroups(tx, person.id))];
    const wanted = groups.length === 0 ? [] : await tx.select({ teamId: teamGroups.teamId, role: sql<"member" | "maintainer">`min(${teamGroups.role})`.as("role") }).from(teamGroups).where(inArray(teamGroups.groupName, groups)).groupBy(teamGroups.teamId);
    const present = await tx.select({ teamId: memberships.teamId, role: memberships.role, source: memberships.source }).from(memberships).where(eq(memberships.userId, person.id));
    const roles = new Map(wanted.map(({ teamId, role }) => [teamId, role]));
    const left = present.filter(({ teamId, source }) => source === "group" && !roles.has(teamId)).map(({ teamId }) => teamId);
    const joined = wanted.filter(({ teamId, role }) => {
      const now = present.find((membership) => membership.teamId === teamId);
      return !now || (now.source === "group" && now.role !== role);
    });
    if (left.length === 0 && joined.length === 0) return;
    if (left.length > 0) await tx.delete(memberships).where(and(eq(memberships.userId, person.id), inArray(memberships.teamId, left)));
    for (const { teamId, role } of joined) {
      await tx.insert(memberships).values({ teamId, userId: person.id, role, source: "group" }).onConflictDoUpdate({ target: [memberships.teamId, memberships.userId], set: { role } });
    }
    const slugs = new Map((await tx.select({ id: teams.id, slug: teams.slug }).from(teams).where(inArray(teams.id, [...left, ...joined.map(({ teamId }) => teamId)]))).map(({ id, slug }) => [id, slug]));
    const entry = (action: string, teamId: number, detail: Record<string, unknown>) => ({ ...by, action, subject: "team", subjectId: teamId, subjectName: slugs.get(teamId), detail: { person: person.name, by: "group", ...detail } });
    await tx.insert(auditLog).values([...left.map((teamId) => entry("team.member-remove", teamId, {})), ...joined.map(({ teamId, role }) => entry("team.member-add", teamId, { role }))]);
  });
}

/** The same for everyone who was in one group at their last sign-in, or is by the directory. */
export async function syncGroup(db: Executor, group: string): Promise<void> {
  const people = await db.select({ id: users.id, name: users.name, groups: users.providerGroups }).from(users).where(or(sql`${group} = any(${users.providerGroups})`, isInDirectoryGroup(group)));
  for (const { id, name, groups } of people) await syncGroups(db, { id, name }, groups ?? []);
}

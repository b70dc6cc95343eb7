import { and, eq, or, sql, type SQL } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { scimGroupMembers, scimGroups, scimUsers } from "#db/schema/directory.ts";

/** The groups that the company's directory has a person in, each by its name and by the directory's own id of it. */
export async function listDirectoryGroups(db: Executor, userId: string): Promise<string[]> {
  const rows = await db
    .select({ name: scimGroups.displayName, externalId: scimGroups.externalId })
    .from(scimUsers)
    .innerJoin(scimGroupMembers, eq(scimGroupMembers.scimUserId, scimUsers.id))
    .innerJoin(scimGroups, eq(scimGroups.id, scimGroupMembers.groupId))
    .where(and(eq(scimUsers.userId, userId), eq(scimUsers.active, true)));
  return rows.flatMap(({ name, externalId }) => (externalId === null ? [name] : [name, externalId]));
}

/** The condition on `users` for those whom the directory has in a group. */
export function isInDirectoryGroup(group: string): SQL {
  const named = or(eq(scimGroups.displayName, group), eq(scimGroups.externalId, group));
  return sql`exists (select 1 from ${scimUsers} join ${scimGroupMembers} on ${eq(scimGroupMembers.scimUserId, scimUsers.id)} join ${scimGroups} on ${eq(scimGroups.id, scimGroupMembers.groupId)} where ${scimUsers.userId} = ${users.id} and ${scimUsers.active} and ${named})`;
}

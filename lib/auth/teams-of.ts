import { eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import type { TeamMembership } from "./actor.ts";

/** The teams of a person, as they are now. */
export async function teamsOf(db: Executor, userId: string): Promise<TeamMembership[]> {
  return db.select({ id: memberships.teamId, role: memberships.role }).from(memberships).where(eq(memberships.userId, userId));
}

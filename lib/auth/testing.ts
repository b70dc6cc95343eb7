import { connect, type Database } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { teams } from "#db/schema/people/teams.ts";
import { createTestDatabase } from "#scripts/testing/test-database.ts";
import type { Actor, TeamRole } from "./actor.ts";
import type { Ctx } from "./context.ts";
import { type AnonymousRead, scopeOf } from "./scope.ts";
import { teamsOf } from "./teams-of.ts";

/** For tests: a database of their own. Call `close` when done. */
export async function openTestDatabase(): Promise<{ db: Database; close: () => Promise<void> }> {
  const test = await createTestDatabase();
  const { db, close } = connect(test.url, { connectionsMax: 8 });
  return { db, close: () => close().then(() => test.drop()) };
}

/** For tests: the context of an actor. */
export function contextOf(db: Database, actor: Actor, anonymousRead: AnonymousRead = true): Ctx {
  return { actor, scope: scopeOf(actor, anonymousRead), requestId: "test", db };
}

/** For tests: a person who can act, of these teams. */
export async function addPerson(db: Database, options: { role?: "member" | "admin"; teams?: Record<number, TeamRole> } = {}): Promise<Ctx> {
  const id = crypto.randomUUID();
  const email = `${id}@example.com`;
  const role = options.role ?? "member";
  await db.insert(users).values({ id, name: `Person ${id.slice(0, 4)}`, email, role });
  for (const [teamId, teamRole] of Object.entries(options.teams ?? {})) {
    await db.insert(memberships).values({ teamId: Number(teamId), userId: id, role: teamRole });
  }
  return contextOf(db, { kind: "person", id, name: `Person ${id.slice(0, 4)}`, email, role, teams: await teamsOf(db, id) });
}

/** For tests: a team. */
export async function addTeam(db: Database, slug: string): Promise<number> {
  const [team] = await db.insert(teams).values({ slug, name: slug }).returning({ id: teams.id });
  if (!team) throw new Error("no team");
  return team.id;
}

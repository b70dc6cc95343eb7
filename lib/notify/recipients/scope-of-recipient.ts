import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { Person } from "#lib/auth/actor.ts";
import { type Scope, scopeOf } from "#lib/auth/scope.ts";
import { teamsOf } from "#lib/auth/teams-of.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";

/** A person as they are now; `null` when gone or deactivated. */
export async function findRecipient(tx: Executor, userId: string): Promise<Person | null> {
  const [user] = await tx.select().from(users).where(and(eq(users.id, userId), isNull(users.deactivatedAt)));
  if (!user) return null;
  const { id, name, email, role } = user;
  return { kind: "person", id, name, email, role: role === "admin" ? "admin" : "member", teams: await teamsOf(tx, id) };
}

/** What a person may see now. */
export function scopeOfPerson(person: Person): Scope {
  return scopeOf(person, false);
}

/** What any member of a team may see. */
export function scopeOfTeam(teamId: number): Scope {
  return scopeOf({ kind: "person", id: "", name: "", email: "", role: "member", teams: [{ id: teamId, role: "member" }] }, false);
}

/** Whether the contents of an interface may be read; news of none may be read by all. */
export async function maySee(tx: Executor, scope: Scope, interfaceId: number | null): Promise<boolean> {
  if (interfaceId === null) return true;
  const [row] = await tx.select({ id: interfaces.id }).from(interfaces).where(and(eq(interfaces.id, interfaceId), visibleInterfaces(scope)));
  return row !== undefined;
}

import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import type { Person } from "#lib/auth/actor.ts";
import { type Scope, scopeOf } from "#lib/auth/scope.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { hidesOperation } from "./hidden-changes.ts";

/** These people as they are now, by account; without those that are gone or deactivated. */
export async function findPeople(tx: Executor, userIds: Iterable<string>): Promise<Map<string, Person>> {
  const ids = [...new Set(userIds)].filter((id) => id !== "");
  if (ids.length === 0) return new Map();
  const found = await tx.select({ id: users.id, name: users.name, email: users.email, role: users.role }).from(users).where(and(inArray(users.id, ids), isNull(users.deactivatedAt)));
  const rows = await tx.select({ userId: memberships.userId, id: memberships.teamId, role: memberships.role }).from(memberships).where(inArray(memberships.userId, ids));
  const teams = Map.groupBy(rows, ({ userId }) => userId);
  return new Map(found.map(({ id, name, email, role }) => [id, { kind: "person", id, name, email, role: role === "admin" ? "admin" : "member", teams: (teams.get(id) ?? []).map((team) => ({ id: team.id, role: team.role })) }]));
}

/** What a person may see now. */
export function scopeOfPerson(person: Person): Scope {
  return scopeOf(person, false);
}

/** What any member of a team may see. */
export function scopeOfTeam(teamId: number): Scope {
  return scopeOf({ kind: "person", id: "", name: "", email: "", role: "member", teams: [{ id: teamId, role: "member" }] }, false);
}

/** Whether a piece of news may be told to a reader: of an interface whose contents they may read, and of no part that a rule closes to them. */
export async function maySeeNews(tx: Executor, scope: Scope, { interfaceId, operationKey }: { interfaceId: number | null; operationKey: string | null }): Promise<boolean> {
  if (!(await maySee(tx, scope, interfaceId))) return false;
  return interfaceId === null || operationKey === null || !(await hidesOperation(tx, interfaceId, operationKey))(scope);
}

/** Whether the contents of an interface may be read; news of none may be read by all. */
export async function maySee(tx: Executor, scope: Scope, interfaceId: number | null): Promise<boolean> {
  if (interfaceId === null) return true;
  const [row] = await tx.select({ id: interfaces.id }).from(interfaces).where(and(eq(interfaces.id, interfaceId), visibleInterfaces(scope)));
  return row !== undefined;
}

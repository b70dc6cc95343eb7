import { sql, type SQL } from "drizzle-orm";
import { accountIdOf, isAdministrator, type Actor } from "#lib/auth/actor.ts";

/**
 * The condition on `users` for those whose e-mail address one may see: all for administrators; one's own; those of a
 * team's members for its maintainers, and those of its maintainers for its members.
 */
export function maySeeEmail(actor: Actor): SQL {
  if (isAdministrator(actor)) return sql`true`;
  const me = accountIdOf(actor);
  if (actor.kind !== "person" || me === null) return sql`false`;
  return sql`("users"."id" = ${me} or exists (
    select 1 from memberships theirs join memberships mine on mine.team_id = theirs.team_id and mine.user_id = ${me}
    where theirs.user_id = "users"."id" and 'maintainer' in (mine.role, theirs.role)))`;
}

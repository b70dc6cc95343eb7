import { and, count, eq, isNull, ne, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { isAdministrator } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError } from "#lib/errors.ts";

/**
 * A team keeps someone who manages it: whoever is its last maintainer stays one until there is another. Administrators
 * may end that too, since they manage every team. Two at once take turns. @throws ConflictError
 */
export async function keepAMaintainer(tx: Transaction, ctx: Ctx, { teamId, userId, leaves }: { teamId: number; userId: string; leaves: boolean }): Promise<void> {
  if (isAdministrator(ctx.actor)) return;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`maintainers ${teamId}`}, 0))`);
  const [others] = await tx
    .select({ count: count() })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.teamId, teamId), eq(memberships.role, "maintainer"), ne(memberships.userId, userId), isNull(users.deactivatedAt)));
  if ((others?.count ?? 0) > 0) return;
  throw new ConflictError(`The team would have no maintainer${leaves ? " left" : ""}. Make someone else a maintainer first, or ask an administrator.`);
}

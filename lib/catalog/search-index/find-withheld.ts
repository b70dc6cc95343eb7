import { and, eq, inArray, not, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { withheldInterfaces } from "#db/schema/system/withheld-interfaces.ts";
import type { Scope } from "#lib/auth/scope.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";

/**
 * Interfaces that were just hidden, retired, deleted or restricted and that the search index still shows to this reader as
 * before: a search leaves them out. Asked before the engine is, so that one is either here or known to the engine.
 */
export async function findWithheld(db: Database, scope: Scope): Promise<number[]> {
  const rows = await db
    .select({ id: withheldInterfaces.interfaceId })
    .from(withheldInterfaces)
    .innerJoin(interfaces, eq(interfaces.id, withheldInterfaces.interfaceId))
    .where(or(eq(withheldInterfaces.fromWhom, "everybody"), not(visibleInterfaces(scope)), and(eq(withheldInterfaces.fromWhom, "others"), notOwned(scope))));
  return rows.map(({ id }) => id);
}

function notOwned({ seesAll, teamIds }: Scope) {
  if (seesAll) return sql`false`;
  return teamIds.length === 0 ? sql`true` : sql`${inArray(interfaces.ownerTeamId, teamIds)} is not true`;
}

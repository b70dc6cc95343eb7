import { and, isNull, type SQL, sql } from "drizzle-orm";
import { services } from "#db/schema/catalog/services.ts";
import type { Scope } from "#lib/auth/scope.ts";

/** The condition on `services` for those that may be named: they carry a visibility of their own, as interfaces do. Deleted ones are never among them. */
export function visibleServices(scope: Scope): SQL {
  return and(isNull(services.deletedAt), scope.seesAll ? undefined : reachable(scope)) ?? sql`false`;
}

function reachable(scope: Scope): SQL {
  const teamIds = scope.teamIds.length > 0 ? sql.join(scope.teamIds.map((id) => sql`${id}`), sql`, `) : sql`null`;
  return sql`((${services.visibility} = 'public' and ${scope.seesPublic}) or (${services.visibility} in ('internal', 'listed') and ${scope.seesInternal}) or ${services.ownerTeamId} in (${teamIds}))`;
}

import { and, eq, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { grants } from "#db/schema/catalog/grants.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { Visibility } from "#db/schema/catalog/words.ts";
import type { Publishes, Scope } from "./scope.ts";

/**
 * The condition on `interfaces` for those whose contents may be read. Deleted ones are never among them.
 * A query that returns anything from inside a document carries this.
 */
export function visibleInterfaces(scope: Scope): SQL {
  return and(isNull(interfaces.deletedAt), reachable(scope, ["public"], ["internal"])) ?? sql`false`;
}

/**
 * The condition on `interfaces` for those that may be named: the visible ones, and those that are `listed`
 * (name, owner and one line). Lists and the heading of a page carry this.
 */
export function listedInterfaces(scope: Scope): SQL {
  return and(isNull(interfaces.deletedAt), reachable(scope, ["public"], ["internal", "listed"])) ?? sql`false`;
}

function reachable(scope: Scope, toAll: Visibility[], toInsiders: Visibility[]): SQL | undefined {
  if (scope.seesAll) return undefined;
  if (scope.publishes) return or(...scope.publishes.map(publishable)) ?? sql`false`;
  const visibilities = [...(scope.seesPublic ? toAll : []), ...(scope.seesInternal ? toInsiders : [])];
  const ways = [visibilities.length > 0 ? inArray(interfaces.visibility, visibilities) : undefined, ofTeams(scope.teamIds)];
  return or(...ways) ?? sql`false`;
}

function ofTeams(teamIds: number[]): SQL | undefined {
  if (teamIds.length === 0) return undefined;
  const granted = sql`exists (select 1 from ${grants} where ${eq(grants.interfaceId, interfaces.id)} and ${inArray(grants.teamId, teamIds)})`;
  return or(inArray(interfaces.ownerTeamId, teamIds), granted);
}

/** What a token may publish to, as `authorize` has it: what its teams own, and what nobody owns and everyone may read. */
function publishable({ teamIds, interfaceId }: Publishes): SQL | undefined {
  const free = and(isNull(interfaces.ownerTeamId), inArray(interfaces.visibility, ["public", "internal"]));
  const owned = teamIds.length > 0 ? inArray(interfaces.ownerTeamId, teamIds) : undefined;
  return and(or(owned, free), interfaceId === null ? undefined : eq(interfaces.id, interfaceId));
}

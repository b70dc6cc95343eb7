import { and, eq, isNotNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import type { Visibility } from "#db/schema/catalog/words.ts";
import type { PartPattern } from "#lib/spec/hide/hiding.ts";
import { type Scope, seesAsOwner } from "./scope.ts";

/** Which parts of an interface rules close to a reader; `null` where no rule narrows anything for anyone. */
export async function narrowingOf(db: Executor, interfaceId: number): Promise<((scope: Scope) => PartPattern[]) | null> {
  const rules = await db
    .select({ part: partRules.part, pattern: partRules.pattern, visibility: partRules.visibility, teamId: partRules.ownerTeamId, ownerTeamId: interfaces.ownerTeamId })
    .from(partRules)
    .innerJoin(interfaces, eq(interfaces.id, partRules.interfaceId))
    .where(and(eq(partRules.interfaceId, interfaceId), isNotNull(partRules.visibility)));
  const [first] = rules;
  if (!first) return null;
  return (scope) => (seesAsOwner(scope, first.ownerTeamId) ? [] : rules.filter(({ visibility, teamId }) => !mayRead(scope, visibility ?? "public", teamId)).map(({ part, pattern }) => ({ part, pattern })));
}

/** Whether a part of this visibility may be read; `teamId`: of the team that answers for it. */
export function mayRead(scope: Scope, visibility: Visibility, teamId: number | null): boolean {
  if (teamId !== null && scope.teamIds.includes(teamId)) return true;
  return visibility === "public" ? scope.seesPublic : visibility === "internal" ? scope.seesInternal : false;
}

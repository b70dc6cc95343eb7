import { and, eq, inArray, isNull, not, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { withheldEntities } from "#db/schema/system/withheld-entities.ts";
import { withheldInterfaces } from "#db/schema/system/withheld-interfaces.ts";
import type { Scope } from "#lib/auth/scope.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { documentId } from "#lib/search/documents/base.ts";
import type { Withheld } from "#lib/search/engine.ts";
import { visibleServices } from "../services/visible-services.ts";

/**
 * What was just hidden, retired, deleted or restricted and the search index still shows to this reader as before: a search
 * leaves it out. Asked before the engine is, so that a change is either here or known to the engine.
 */
export async function findWithheld(db: Database, scope: Scope): Promise<Withheld> {
  const [interfaceIds, documentIds] = await Promise.all([findInterfaces(db, scope), findEntities(db, scope)]);
  return { interfaceIds, documentIds };
}

async function findInterfaces(db: Database, scope: Scope): Promise<number[]> {
  const rows = await db
    .select({ id: withheldInterfaces.interfaceId })
    .from(withheldInterfaces)
    .innerJoin(interfaces, eq(interfaces.id, withheldInterfaces.interfaceId))
    .where(or(eq(withheldInterfaces.fromWhom, "everybody"), not(visibleInterfaces(scope)), and(eq(withheldInterfaces.fromWhom, "others"), notOwned(scope))));
  return rows.map(({ id }) => id);
}

/** Teams and domains are withheld where they are deleted; a service also from those who may not see it now. */
async function findEntities(db: Database, scope: Scope): Promise<string[]> {
  const rows = await db
    .select({ kind: withheldEntities.kind, id: withheldEntities.entityId })
    .from(withheldEntities)
    .leftJoin(services, and(eq(withheldEntities.kind, "service"), eq(services.id, withheldEntities.entityId), visibleServices(scope)))
    .where(isNull(services.id));
  return rows.map(({ kind, id }) => documentId(kind, id));
}

function notOwned({ seesAll, teamIds }: Scope) {
  if (seesAll) return sql`false`;
  return teamIds.length === 0 ? sql`true` : sql`${inArray(interfaces.ownerTeamId, teamIds)} is not true`;
}

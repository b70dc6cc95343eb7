import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { withheldEntities } from "#db/schema/system/withheld-entities.ts";
import type { EntityKind } from "../documents/entity-document.ts";

type EntityId = { kind: EntityKind; id: number };

/** The transaction that had a service, team or domain withheld last, or null: to be asked before its row is read. */
export async function entityWithheldBy(db: Database, entity: EntityId): Promise<string | null> {
  const [row] = await db.select({ xid: sql<string>`${withheldEntities.xid}::text` }).from(withheldEntities).where(isEntity(entity));
  return row?.xid ?? null;
}

/** The engines know what a transaction deleted or hid. What a later one did stays withheld. */
export async function endWithholdingEntity(db: Database, entity: EntityId, xid: string): Promise<void> {
  await db.delete(withheldEntities).where(and(isEntity(entity), sql`${withheldEntities.xid} = ${xid}::xid8`));
}

/** All that are withheld: jobs that ended with an error left them so. */
export async function listWithheldEntities(db: Database): Promise<EntityId[]> {
  return db.select({ kind: withheldEntities.kind, id: withheldEntities.entityId }).from(withheldEntities).orderBy(asc(withheldEntities.kind), asc(withheldEntities.entityId));
}

function isEntity({ kind, id }: EntityId) {
  return and(eq(withheldEntities.kind, kind), eq(withheldEntities.entityId, id));
}

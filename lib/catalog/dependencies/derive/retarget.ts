import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sameDependency } from "../dependency-identity.ts";
import { idsOf, settleDependencies } from "./settle-dependencies.ts";

/** Where a use leads once more is known of it. */
export type Retarget = { id: number; toInterfaceId: number | null; toServiceId: number | null; operationKey: string | null; flow: "call" | "event" | "command"; unresolved: string | null };

/**
 * Leads uses to another target, with their evidence. One that becomes equal to a use that exists gives its evidence to
 * that one and is gone.
 */
export async function retarget(tx: Transaction, changes: Retarget[]): Promise<void> {
  for (const { id, toInterfaceId, toServiceId, operationKey, flow, unresolved } of changes) {
    const changed = sql`(select d.id, d.from_service_id, d.from_interface_id, ${toInterfaceId}::bigint as to_interface_id, ${toServiceId}::bigint as to_service_id, d.line, ${operationKey}::text as operation_key, d.message, ${flow}::text as flow, ${unresolved}::text as unresolved from dependencies d where d.id = ${id})`;
    const { rows } = await tx.execute<{ id: number }>(sql`select d.id from dependencies d join ${changed} c on ${sameDependency("d", "c")} where d.id <> ${id}`);
    const [twin] = rows;
    if (twin) await mergeInto(tx, id, twin.id);
    else await tx.execute(sql`update dependencies set to_interface_id = ${toInterfaceId}, to_service_id = ${toServiceId}, operation_key = ${operationKey}, flow = ${flow}, unresolved = ${unresolved} where id = ${id}`);
  }
}

async function mergeInto(tx: Transaction, id: number, twinId: number): Promise<void> {
  await tx.execute(sql`
    insert into evidence (dependency_id, kind, source, detail, first_seen_at, last_seen_at)
    select ${twinId}, kind, source, detail, first_seen_at, last_seen_at from evidence where dependency_id = ${id} on conflict do nothing`);
  await tx.execute(sql`delete from dependencies where id in (${idsOf([id])})`);
  await settleDependencies(tx, [twinId]);
}

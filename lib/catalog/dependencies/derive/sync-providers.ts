import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sameDependency, soleProviderOf } from "../dependency-identity.ts";
import { idsOf, settleDependencies } from "./settle-dependencies.ts";

/**
 * Keeps what follows from who provides an interface: the service that its users depend on, and the service behind its
 * documents on channels. Returns the channels whose participants changed.
 */
export async function syncProviders(tx: Transaction, interfaceId: number): Promise<number[]> {
  const sole = soleProviderOf(sql`${interfaceId}::bigint`);
  const stale = sql`stale as (
    select d.id, d.from_service_id, d.from_interface_id, d.to_interface_id, ${sole} as to_service_id, d.line, d.operation_key, d.message, d.flow, d.unresolved
    from dependencies d where d.to_interface_id = ${interfaceId} and d.to_service_id is distinct from ${sole})`;
  const { rows: twins } = await tx.execute<{ id: number; stale_id: number }>(sql`with ${stale} select d.id, s.id as stale_id from stale s join dependencies d on d.to_interface_id = ${interfaceId} and ${sameDependency("d", "s")}`);
  for (const { id, stale_id } of twins) {
    await tx.execute(sql`insert into evidence (dependency_id, kind, source, detail, first_seen_at, last_seen_at) select ${id}, kind, source, detail, first_seen_at, last_seen_at from evidence where dependency_id = ${stale_id} on conflict do nothing`);
  }
  await tx.execute(sql`delete from dependencies where id in (${idsOf(twins.map(({ stale_id }) => stale_id))})`);
  await settleDependencies(tx, twins.map(({ id }) => id));
  await tx.execute(sql`update dependencies set to_service_id = ${sole} where to_interface_id = ${interfaceId} and to_service_id is distinct from ${sole}`);
  // A document's own service stays while it provides the interface; else it is the only one that does.
  const { rows } = await tx.execute<{ channel_id: number }>(sql`
    update participations p set service_id = ${sole}
    where p.interface_id = ${interfaceId} and p.service_id is distinct from ${sole}
      and not exists (select 1 from provides o where o.interface_id = p.interface_id and o.service_id = p.service_id)
    returning p.channel_id`);
  return [...new Set(rows.map(({ channel_id }) => channel_id))];
}

import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

/**
 * A document that a manifest named before it was published: its service provides it now. Only where the same team, or
 * nobody, owns both: nobody speaks for another team's interface.
 */
export async function joinManifests(tx: Transaction, interfaceId: number): Promise<void> {
  await tx.execute(sql`
    insert into provides (service_id, interface_id, source)
    select distinct m.service_id, i.id, 'manifest' from interfaces i
    join manifests m on m.source_keys @> array[i.source_key]
    join services s on s.id = m.service_id and s.deleted_at is null
    where i.id = ${interfaceId} and i.source_key is not null and (i.owner_team_id is null or i.owner_team_id = s.owner_team_id)
    on conflict do nothing`);
}

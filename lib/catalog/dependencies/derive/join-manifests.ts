import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

/**
 * A document that a manifest or an imported catalog named before it was published, by its place or its slug: its service
 * provides it now. Only where the same team, or nobody, owns both: nobody speaks for another team's interface.
 */
export async function joinManifests(tx: Transaction, interfaceId: number): Promise<void> {
  await tx.execute(sql`
    insert into provides (service_id, interface_id, source)
    select distinct on (s.id) s.id, i.id, said.source from interfaces i
    cross join lateral (select array_remove(array[i.source_key] || array(select 'slug:' || slug from interface_slugs where interface_id = i.id), null) as keys) names
    join lateral (
      select m.service_id, 'manifest' as source from manifests m where m.source_keys && names.keys
      union all select a.id, 'import' from services a where a.awaits && names.keys) said on true
    join services s on s.id = said.service_id and s.deleted_at is null
    where i.id = ${interfaceId} and (i.owner_team_id is null or i.owner_team_id = s.owner_team_id)
    order by s.id, said.source desc
    on conflict do nothing`);
}

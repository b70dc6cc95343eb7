import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { evidenceKinds } from "../graph-words.ts";

/**
 * One way in which a use is known that not everyone may learn of who may see both its ends: it follows from documents of
 * the using service that are narrower than the service. `documents` are interfaces, any of which is enough; `null`: for all.
 */
export type GuardedEvidence = { kind: number; documents: number[] | null };

/**
 * All evidence of those uses of which some follows from such documents, by the use's id; few uses have any. Others are
 * known to whoever may see their ends.
 */
export async function loadGuarded(db: Executor): Promise<Map<number, GuardedEvidence[]>> {
  const { rows } = await db.execute<{ id: number; kind: string; documents: number[] | null }>(sql`
    with narrow as (
      select distinct p.service_id as id from participations p join interfaces i on i.id = p.interface_id join services s on s.id = p.service_id
      where not (i.visibility = 'public' or (i.visibility = 'internal' and s.visibility <> 'public')))
    select d.id, e.kind, case when e.source ~ '^(channel|possible) ' then (
      select array_agg(distinct p.interface_id) from participations p
      where p.channel_id = any(string_to_array(substring(e.source from ' (.*)$'), ' ')::bigint[]) and p.service_id = d.from_service_id
        and p.action = case d.flow when 'command' then 'send' else 'receive' end) end as documents
    from narrow join dependencies d on d.from_service_id = narrow.id join evidence e on e.dependency_id = d.id
    where d.dismissed_at is null and d.unresolved is null`);
  const byUse = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byUse].flatMap(([id, evidence]) => (evidence.some(({ documents }) => documents !== null) ? [[id, evidence.map(({ kind, documents }) => ({ kind: evidenceKinds.indexOf(kind as (typeof evidenceKinds)[number]), documents: documents?.map(Number) ?? null }))]] : [])));
}

import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

/** The state of a use's evidence, as text that changes when any of it does. On `dependencies d`. */
export const evidenceDigest = sql`(select md5(coalesce(string_agg(e.kind || ' ' || e.source || ' ' || coalesce((e.detail -> 'fields')::text, ''), E'\n' order by e.kind, e.source), '')) from evidence e where e.dependency_id = d.id)`;

/**
 * After evidence of these uses changed: one without any is gone, the fields of one are those of all its evidence, and a
 * dismissed one whose evidence is no longer what was dismissed is back.
 */
export async function settleDependencies(tx: Transaction, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  const touched = idsOf(ids);
  await tx.execute(sql`delete from dependencies d where d.id in (${touched}) and not exists (select 1 from evidence e where e.dependency_id = d.id)`);
  await tx.execute(sql`
    delete from dependency_fields f where f.dependency_id in (${touched})
      and not exists (select 1 from evidence e where e.dependency_id = f.dependency_id and e.detail -> 'fields' ? f.field)`);
  await tx.execute(sql`
    insert into dependency_fields (dependency_id, field)
    select distinct e.dependency_id, field from evidence e, jsonb_array_elements_text(e.detail -> 'fields') as field
    where e.dependency_id in (${touched}) and jsonb_typeof(e.detail -> 'fields') = 'array' on conflict do nothing`);
  await tx.execute(sql`update dependencies d set dismissed_at = null, dismissed_digest = null where d.id in (${touched}) and d.dismissed_at is not null and d.dismissed_digest is distinct from ${evidenceDigest}`);
}

/** A list of ids as a subquery: one parameter, however many. */
export function idsOf(ids: number[]) {
  return sql`select value::bigint from json_array_elements_text(${JSON.stringify(ids)}::json)`;
}


import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sameDependency, soleProviderOf } from "./dependency-identity.ts";
import { settleDependencies } from "./derive/settle-dependencies.ts";
import type { EvidenceKind, Use } from "./use.ts";

type Source = {
  kind: EvidenceKind;
  source: string;
  /** Which of the source's earlier evidence is replaced, as a condition on `d` (dependencies); all of it unless said. */
  within?: SQL;
};

/**
 * Makes `uses` what a source says, in place of what it said before: uses that are new to it are added, uses that it no
 * longer names lose this evidence, and a use without any evidence is gone. The same again changes nothing.
 * Two writers of one use wait for each other; run it where a deadlock is tried again.
 */
export async function replaceEvidence(tx: Transaction, { kind, source, within }: Source, uses: Use[]): Promise<{ added: number; removed: number }> {
  const rows = JSON.stringify(merged(uses).map((use) => ({
    from_service_id: use.fromServiceId, from_interface_id: use.fromInterfaceId, to_interface_id: use.toInterfaceId, to_service_id: use.toServiceId,
    line: use.line, operation_key: use.operationKey, message: use.message, flow: use.flow, unresolved: use.unresolved, reason: use.reason ?? null, detail: use.detail ?? null,
  })));
  const wanted = sql`wanted as materialized (
    select r.from_service_id, r.from_interface_id, r.to_interface_id, coalesce(${soleProviderOf(sql`r.to_interface_id`)}, case when r.to_interface_id is null then r.to_service_id end) as to_service_id,
      r.line, r.operation_key, r.message, r.flow, r.unresolved, r.reason, r.detail
    from json_to_recordset(${rows}::json) as r(from_service_id bigint, from_interface_id bigint, to_interface_id bigint, to_service_id bigint, line text, operation_key text, message text, flow text, unresolved text, reason text, detail jsonb))`;
  if (uses.length > 0) {
    await tx.execute(sql`
      with ${wanted}
      insert into dependencies (from_service_id, from_interface_id, to_interface_id, to_service_id, line, operation_key, message, flow, unresolved, reason)
      select from_service_id, from_interface_id, to_interface_id, to_service_id, line, operation_key, message, flow, unresolved, reason from wanted
      order by 1, 2, 3, 4, 5, 6, 7, 8, 9
      on conflict do nothing`);
  }
  const { rows: held } = await tx.execute<{ id: number; is_new: boolean; changed: boolean }>(sql`
    with ${wanted}, held as (select distinct on (d.id) d.id, w.detail, w.reason from wanted w join dependencies d on ${sameDependency("d", "w")} order by d.id),
    said as (update dependencies d set reason = held.reason from held where d.id = held.id and held.reason is not null and d.reason is distinct from held.reason),
    before as (select e.dependency_id, e.detail from evidence e join held on held.id = e.dependency_id where e.kind = ${kind} and e.source = ${source}),
    written as (
      insert into evidence (dependency_id, kind, source, detail)
      select id, ${kind}, ${source}, detail from held order by id
      on conflict (dependency_id, kind, source) do update set detail = excluded.detail, last_seen_at = now()
        where evidence.detail is distinct from excluded.detail or evidence.last_seen_at < now() - interval '1 hour'
      returning dependency_id)
    select held.id, before.dependency_id is null as is_new, before.dependency_id is null or before.detail is distinct from held.detail as changed
    from held left join before on before.dependency_id = held.id`);
  const kept = JSON.stringify(held.map(({ id }) => id));
  const { rows: gone } = await tx.execute<{ id: number }>(sql`
    delete from evidence e using dependencies d
    where d.id = e.dependency_id and e.kind = ${kind} and e.source = ${source} and ${within ?? sql`true`}
      and not (e.dependency_id = any (select value::bigint from json_array_elements_text(${kept}::json)))
    returning e.dependency_id as id`);
  await settleDependencies(tx, [...held.filter(({ changed }) => changed), ...gone].map(({ id }) => id));
  return { added: held.filter((row) => row.is_new).length, removed: gone.length };
}

/** One entry for each use: fields of several mentions together. */
function merged(uses: Use[]): Use[] {
  const known = new Map<string, Use>();
  for (const use of uses) {
    const { detail: _detail, reason: _reason, ...identity } = use;
    const key = JSON.stringify(identity);
    const before = known.get(key);
    const fields = [...new Set([...(before?.detail?.fields ?? []), ...(use.detail?.fields ?? [])])].sort();
    const detail = { ...use.detail, ...before?.detail, ...(fields.length > 0 ? { fields } : {}) };
    known.set(key, { ...use, reason: before?.reason ?? use.reason ?? null, detail: Object.keys(detail).length > 0 ? detail : null });
  }
  return [...known.values()];
}

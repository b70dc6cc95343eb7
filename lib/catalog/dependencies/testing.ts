import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { jobs } from "#lib/jobs/jobs.ts";
import { deriveDependencies } from "./derive/derive-dependencies.ts";

/** For tests: does what the worker would, until no job for dependencies waits. */
export async function runDerivations(db: Database): Promise<number> {
  for (let count = 0; ; count++) {
    const { rows } = await db.execute<{ id: string; data: unknown }>(sql`
      delete from pgboss.job where id = (select id from pgboss.job where name = 'derive-dependencies' and state = 'created' order by created_on, id limit 1) and name = 'derive-dependencies' returning id, data`);
    const [job] = rows;
    if (!job) return count;
    await deriveDependencies(db, jobs["derive-dependencies"].payload.parse(job.data));
  }
}

/** Edges as lines: `from -> to (flow) operation [message] {kinds}`; what is dismissed or unresolved says so. */
export async function edgeLines(db: Database): Promise<string[]> {
  const { rows } = await db.execute<{ line: string }>(sql`
    select coalesce(fs.slug, '@' || fi.slug) || ' -> ' || coalesce(ts.slug, '@' || ti.slug, '?' || d.unresolved) || ' (' || d.flow || ')'
      || coalesce(' ' || ti.slug, '') || coalesce('@' || d.line, '') || coalesce(' ' || d.operation_key, '') || coalesce(' #' || d.message, '')
      || ' [' || (select string_agg(distinct e.kind, ',' order by e.kind) from evidence e where e.dependency_id = d.id) || ']'
      || case when d.dismissed_at is null then '' else ' dismissed' end as line
    from dependencies d
    left join services fs on fs.id = d.from_service_id left join interfaces fi on fi.id = d.from_interface_id
    left join services ts on ts.id = d.to_service_id left join interfaces ti on ti.id = d.to_interface_id
    order by 1`);
  return rows.map(({ line }) => line);
}

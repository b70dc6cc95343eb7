import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { PropertyRow } from "../documents/property-document.ts";

/**
 * A version's properties, one row for each name. What an internal place says of a name is left out where other places
 * say it too, so that nothing of it is shown to those who may only see the others. `internalOwners` are schemas that only
 * internal places lead to; `hiddenOwners` are operations, messages and schemas that a rule hides from most readers, whose
 * fields are left out altogether.
 */
export async function loadProperties(db: Executor, versionId: number, { hiddenOwners, internalOwners }: { hiddenOwners: string[]; internalOwners: string[] }): Promise<PropertyRow[]> {
  const { rows } = await db.execute<PropertyRow>(sql`
    with marked as (
      select name, owner_kind, owner_key, type, description, detail, id, internal or owner_key = any(${sql.param(internalOwners)}::text[]) as internal
      from properties
      where version_id = ${versionId} and name <> '' and not owner_key = any(${sql.param(hiddenOwners)}::text[])
    ), placed as (
      select *, coalesce((detail ->> 'deprecated')::boolean, false) as deprecated, bool_and(internal) over (partition by name) as only_internal from marked
    )
    select name, count(*) as places, bool_and(only_internal) as internal, bool_and(deprecated) as deprecated,
           (array_agg(distinct type))[1:3] as types,
           coalesce((array_agg(distinct left(description, 300)) filter (where description is not null))[1:4], '{}') as descriptions,
           (array_agg(jsonb_build_object('kind', owner_kind, 'key', owner_key) order by id))[1:6] as owners
    from placed
    where only_internal or not internal
    group by name
    order by min(id)`);
  return rows;
}

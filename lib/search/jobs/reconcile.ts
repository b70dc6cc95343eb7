import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { shapeVersion } from "../search-document.ts";
import type { EntityKind } from "../documents/entity-document.ts";
import { ensureIndex } from "./rebuild-index.ts";
import { indexEntity } from "./index-entity.ts";
import { indexInterface } from "./index-interface.ts";
import { indexLine } from "./index-line.ts";
import type { IndexContext } from "./index-context.ts";
import { mendServer } from "./mend-server.ts";
import { listWithheldEntities } from "./withheld-entities.ts";
import { listWithheld } from "./withheld.ts";

/**
 * Compares what can be found with what is published, and mends what differs: first the database's own documents, then the
 * search server's by them. Returns how many lines, entities and runs differed.
 */
export async function reconcile(context: IndexContext): Promise<{ lines: number; entities: number; runs: number }> {
  const lines = await differingLines(context.db);
  for (const { id, waits } of lines) await indexLine(context, id, { unlessIndexed: waits });
  const entities = await differingEntities(context.db);
  for (const { kind, id } of entities) await indexEntity(context, { kind, id });
  for (const interfaceId of await listWithheld(context.db)) await indexInterface(context, { interfaceId });
  for (const entity of await listWithheldEntities(context.db)) await indexEntity(context, entity);
  if (!context.server) return { lines: lines.length, entities: entities.length, runs: 0 };
  await ensureIndex(context.db, context.server);
  const runs = await mendServer(context.db, context.server);
  return { lines: lines.length, entities: entities.length, runs };
}

/** Lines whose documents are missing, of another version or shape, never finished (a job may be about to), or left over. */
async function differingLines(db: Database): Promise<{ id: number; waits: boolean }[]> {
  const { rows } = await db.execute<{ id: number; waits: boolean }>(sql`
    with wanted as (
      select l.id, l.current_version_id as version_id, v.indexed_at
      from lines l
      join interfaces i on i.id = l.interface_id and i.deleted_at is null and i.retired_at is null
      join versions v on v.id = l.current_version_id and v.purged_at is null
      where coalesce(l.lifecycle, i.lifecycle) <> 'retired'
    ), found as (
      select line_id as id, min(version_id) as oldest, max(version_id) as newest, min(shape) as shape
      from search_documents where line_id is not null group by line_id
    )
    select coalesce(w.id, f.id) as id, coalesce(w.indexed_at is null and w.id is not null, false) as waits
    from wanted w full join found f on f.id = w.id
    where w.id is null or f.id is null or w.indexed_at is null or f.oldest <> w.version_id or f.newest <> w.version_id or f.shape <> ${shapeVersion}
    order by 1`);
  return rows;
}

async function differingEntities(db: Database): Promise<{ kind: EntityKind; id: number }[]> {
  const { rows } = await db.execute<{ kind: EntityKind; id: number }>(sql`
    with wanted as (
      select 'service' as kind, id, slug from services where deleted_at is null
      union all select 'team', id, slug from teams
      union all select 'domain', id, slug from domains
    ), found as (
      select kind, (body ->> 'distinctKey') as identity, shape from search_documents where kind in ('service', 'team', 'domain')
    )
    select coalesce(w.kind, f.kind) as kind, coalesce(w.id, split_part(f.identity, ' ', 2)::bigint) as id
    from wanted w full join found f on f.kind = w.kind and f.identity = w.kind || ' ' || w.id
    where w.id is null or f.kind is null or f.shape <> ${shapeVersion}
    order by 1, 2`);
  return rows;
}

import { sql } from "drizzle-orm";
import type { Catalog } from "../../lib/catalog/testing.ts";

/**
 * Fills an empty catalog with a mesh, as rows: of five interfaces three are HTTP and two are events; a sender's channel is
 * heard by three others, and each service is said to use ten operations, hubs more often than others (a power law).
 */
export async function fillMesh(catalog: Catalog, size: number): Promise<void> {
  const { db } = catalog;
  await db.execute(sql`truncate interfaces, services, channels, brokers, dependencies, blobs, batches restart identity cascade`);
  await db.execute(sql`delete from pgboss.job`);
  await db.execute(sql`select setseed(0.42)`);
  await db.execute(sql`insert into brokers (slug, name, protocol, host) values ('mesh', 'kafka.mesh-works.net:9092', 'kafka', 'kafka.mesh-works.net:9092')`);
  await db.execute(sql`insert into services (slug, title) select 'service-' || n, 'Service ' || n from generate_series(1, ${Math.floor(size / 3)}) n`);
  await db.execute(sql`
    insert into interfaces (slug, title, format) select 'interface-' || n, 'Interface ' || n, case when n % 5 < 3 then 'openapi' else 'asyncapi' end from generate_series(1, ${size}) n`);
  await db.execute(sql`insert into interface_slugs (slug, interface_id) select slug, id from interfaces`);
  await db.execute(sql`insert into lines (interface_id, last_sequence) select id, 1 from interfaces`);
  await db.execute(sql`
    insert into versions (interface_id, line_id, sequence, label, content_hash, format, spec_version, title, source, valid, error_count, warning_count, operation_count, message_count, schema_count, facts, published_by, has_rows)
    select i.id, l.id, 1, '1', md5(i.slug), i.format, '3.0.0', i.title, 'document.yaml', true, 0, 0, 5, 1, 0, '{"servers":[]}', 'bench', true from interfaces i join lines l on l.interface_id = i.id`);
  await db.execute(sql`update lines l set current_version_id = v.id from versions v where v.line_id = l.id`);
  await db.execute(sql`insert into provides (service_id, interface_id, source) select 1 + (id - 1) % ${Math.floor(size / 3)}, id, 'publish' from interfaces`);
  await db.execute(sql`
    insert into operations (version_id, ordinal, key, display, kind, action, address, operation_ids, tags, deprecated, internal, detail)
    select v.id, n, 'GET /things/' || n, 'GET /things/' || n, 'http', 'GET', '/things/' || n, '{}', '{}', false, false, '{}' from versions v, generate_series(0, 4) n where v.format = 'openapi'`);
  await db.execute(sql`insert into channels (broker_id, protocol, address, derived_for) select 1, 'kafka', 'topic.' || id, null from interfaces where format = 'asyncapi' and id % 2 = 0`);
  await db.execute(sql`
    insert into participations (channel_id, interface_id, version_id, service_id, action, operation_key, message, pointer, file)
    select c.id, i.id, v.id, p.service_id, r.action, r.action || ' ' || c.address, 'Thing', '/operations/act', 'document.yaml'
    from channels c cross join lateral (select substring(c.address from 7)::bigint as owner) o
    cross join lateral (values ('send', 0), ('receive', 1), ('receive', 2), ('receive', 3)) r(action, n)
    join lateral (select case when r.n = 0 then o.owner else 1 + (o.owner * 7 + r.n * 131) % ${size} end as id) pick on true
    join interfaces i on i.id = pick.id join versions v on v.interface_id = i.id join provides p on p.interface_id = i.id`);
  await db.execute(sql`
    insert into dependencies (from_service_id, to_interface_id, to_service_id, operation_key, flow)
    select distinct s.id, t.id, p.service_id, 'GET /things/' || floor(random() * 5), 'call'
    from services s, generate_series(1, 10) n, lateral (select 1 + floor(${size} * power(random() + s.id * 0 + n * 0, 4))::bigint as id) t join interfaces i on i.id = t.id join provides p on p.interface_id = t.id
    on conflict do nothing`);
  await db.execute(sql`insert into evidence (dependency_id, kind, source) select id, 'declared', 'manifest 0' from dependencies`);
  await db.execute(sql`insert into manifests (service_id, path, text, sent_by) select id, 'intermesh.yaml', 'service: ' || slug, 'bench' from services`);
  await db.execute(sql`analyze`);
}

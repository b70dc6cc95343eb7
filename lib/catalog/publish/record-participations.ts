import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Participation } from "#lib/parsing/participations-of.ts";

type Subject = { interfaceId: number; versionId: number; serviceId: number | null };

/**
 * Stores who sends and receives on which channel, replacing what the line's earlier version said. A channel is shared
 * across documents only with a real broker on it; else it is the document's own, and a like name elsewhere proves nothing.
 */
export async function recordParticipations(tx: Transaction, subject: Subject & { lineId: number }, participations: Participation[]): Promise<void> {
  await tx.execute(sql`
    delete from participations p using versions v
    where p.version_id = v.id and v.line_id = ${subject.lineId} and p.version_id <> ${subject.versionId}`);
  if (participations.length === 0) return;
  const rows = JSON.stringify(participations.map((participation) => ({ ...participation, operation_key: participation.operationKey })));
  const source = sql`json_to_recordset(${rows}::json) as r(action text, address text, protocol text, host text, operation_key text, message text, file text, pointer text)`;

  // Names are unique in this table, and a broker is known by protocol and host; an alias of an administrator wins.
  await tx.execute(sql`
    insert into brokers (slug, name, protocol, host)
    select distinct on (r.protocol, r.host) r.protocol || '-' || md5(r.protocol || '://' || r.host), r.host, r.protocol, r.host
    from ${source} where r.host is not null and r.protocol is not null
      and not exists (select 1 from broker_aliases a where a.kind = 'host' and a.value = r.host)
    on conflict do nothing`);
  await tx.execute(sql`
    with wanted as (
      select distinct r.address, r.protocol, coalesce(a.broker_id, b.id) as broker_id
      from ${source}
      left join broker_aliases a on a.kind = 'host' and a.value = r.host
      left join brokers b on b.protocol = r.protocol and b.host = r.host)
    insert into channels (broker_id, protocol, address, scope)
    select distinct on (coalesce(broker_id, 0), address) broker_id, protocol, address, case when broker_id is null then ${subject.interfaceId}::bigint else 0 end from wanted
    on conflict do nothing`);
  await tx.execute(sql`
    insert into participations (channel_id, interface_id, version_id, service_id, action, operation_key, message, file, pointer)
    select distinct c.id, ${subject.interfaceId}::bigint, ${subject.versionId}::bigint, ${subject.serviceId}::bigint, r.action, r.operation_key, r.message, r.file, r.pointer
    from ${source}
    left join broker_aliases a on a.kind = 'host' and a.value = r.host
    left join brokers b on b.protocol = r.protocol and b.host = r.host
    join channels c on c.address = r.address and coalesce(c.broker_id, 0) = coalesce(a.broker_id, b.id, 0)
      and c.scope = case when coalesce(a.broker_id, b.id) is null then ${subject.interfaceId}::bigint else 0 end`);
}

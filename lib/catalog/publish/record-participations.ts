import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Participation } from "#lib/parsing/participations-of.ts";
import { protocolsOf } from "#lib/spec/broker-place.ts";
import { findDefiningInterface } from "./find-defining-interface.ts";
import { lentPlaces } from "./lent-places.ts";

type Subject = { interfaceId: number; versionId: number; serviceId: number | null; lineId: number };

/**
 * Stores who sends and receives on which channel, replacing what the line said before; returns the channels that it took
 * part in until now. A channel is shared across documents only with a real broker on it, an administrator's word for the
 * broker, or where a `$ref` leads to the other's channel; else it is the document's own, and a like name proves nothing.
 */
export async function recordParticipations(tx: Transaction, subject: Subject, participations: Participation[]): Promise<number[]> {
  const { rows: before } = await tx.execute<{ channel_id: number }>(sql`
    delete from participations p using versions v where p.version_id = v.id and v.line_id = ${subject.lineId} returning p.channel_id`);
  const left = [...new Set(before.map(({ channel_id }) => channel_id))];
  if (participations.length === 0) return left;
  const definers = new Map<string | null, number>([[null, subject.interfaceId]]);
  for (const file of new Set(participations.map(({ definedIn }) => definedIn))) if (file !== null) definers.set(file, (await findDefiningInterface(tx, subject, file)) ?? subject.interfaceId);
  const rows = JSON.stringify((await inPlace(tx, subject, participations, definers)).map(({ operationKey, saidHost, definedIn: _definedIn, protocol, ...rest }) => ({
    ...rest, protocol, operation_key: operationKey, said_host: saidHost, protocols: protocol === null ? null : protocolsOf(protocol),
  })));
  const source = sql`json_to_recordset(${rows}::json) as r(action text, address text, protocol text, protocols text[], host text, said_host text, server text, scope bigint, said_by bigint, operation_key text, message text, reply boolean, file text, pointer text)`;
  await makeBrokers(tx, source);
  const placed = sql`placed as materialized (select distinct r.*, b.broker_id from ${source} left join lateral (${brokerOf()}) b on true)`;
  await tx.execute(sql`
    with ${placed}
    insert into channels (broker_id, protocol, address, scope)
    select broker_id, min(protocol), address, case when broker_id is null then scope else 0 end from placed
    group by broker_id, address, case when broker_id is null then scope else 0 end
    order by 1, 3, 4 on conflict do nothing`);
  await tx.execute(sql`
    with ${placed}
    insert into participations (channel_id, interface_id, version_id, service_id, action, operation_key, message, reply, file, pointer)
    select distinct c.id, ${subject.interfaceId}::bigint, ${subject.versionId}::bigint, ${subject.serviceId}::bigint, r.action, r.operation_key, r.message, r.reply, r.file, r.pointer
    from placed r
    join channels c on c.address = r.address and coalesce(c.broker_id, 0) = coalesce(r.broker_id, 0) and c.scope = case when r.broker_id is null then r.scope else 0 end`);
  return left;
}

/** Each with the interface whose word on the broker counts: of a channel that another's document defines, and no real broker is named for, that other. */
async function inPlace(tx: Transaction, { interfaceId }: Subject, participations: Participation[], definers: Map<string | null, number>) {
  const lent = await lentPlaces(tx, [...new Set(definers.values())].filter((id) => id !== interfaceId));
  return participations.flatMap((participation) => {
    const scope = definers.get(participation.definedIn) ?? interfaceId;
    const places = participation.host === null && scope !== interfaceId ? lent.get(`${scope} ${participation.address}`) : undefined;
    return places ? places.map((place) => ({ ...participation, ...place, scope, said_by: scope })) : [{ ...participation, scope, said_by: interfaceId }];
  });
}

/** Names are unique in this table, and a broker is known by host and the family of its protocol; an alias of an administrator wins. */
async function makeBrokers(tx: Transaction, source: ReturnType<typeof sql>): Promise<void> {
  await tx.execute(sql`
    insert into brokers (slug, name, protocol, host)
    select distinct on (r.host, r.protocols) r.protocol || '-' || md5(r.protocol || '://' || r.host), r.host, r.protocol, r.host
    from ${source} where r.host is not null and r.protocol is not null
      and not exists (select 1 from broker_aliases a where a.kind = 'host' and a.value = r.host)
      and not exists (select 1 from brokers b where b.host = r.host and b.protocol = any(r.protocols))
    order by r.host, r.protocols, r.protocol on conflict do nothing`);
}

/**
 * The broker of a place `r`: by its host or another name of it; where there is no real host, by what an administrator said
 * of the server's name, of the interface, of its folder or repository, or of its team.
 */
function brokerOf() {
  return sql`
    select found.broker_id from (
      select a.broker_id, array_position(array['host', 'server', 'interface', 'folder', 'team'], a.kind) * 2 as rank, a.id
      from broker_aliases a join brokers ab on ab.id = a.broker_id, interfaces i
      where i.id = r.said_by and (
        (a.kind = 'host' and a.value in (r.host, r.said_host))
        or (r.host is null and (r.protocols is null or ab.protocol = any(r.protocols)) and (
          (a.kind = 'server' and a.value = r.server)
          or (a.kind = 'interface' and starts_with(a.value, i.id || ' '))
          or (a.kind = 'folder' and starts_with(a.value, split_part(i.source_key, '#', 1) || ' '))
          or (a.kind = 'team' and a.team_id = i.owner_team_id))))
      union all
      select b.id, 3, b.id from brokers b where b.host = r.host and (r.protocols is null or b.protocol = any(r.protocols))
    ) found order by found.rank, found.id limit 1`;
}

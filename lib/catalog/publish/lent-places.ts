import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { placesOf, type ParticipationSource } from "#lib/parsing/participations-of.ts";
import type { BrokerPlace } from "#lib/spec/broker-place.ts";

type Row = { interface_id: number; address: string; own: string[] | null; servers: ParticipationSource["servers"] | null };

/**
 * Where the channels of these interfaces live, as their own current documents say it, by interface and address: whoever
 * refers to another's channel (AsyncAPI 3.0, Reference Object) means that very channel, and need not repeat its servers.
 */
export async function lentPlaces(db: Executor, interfaceIds: number[]): Promise<Map<string, BrokerPlace[]>> {
  if (interfaceIds.length === 0) return new Map();
  const { rows } = await db.execute<Row>(sql`
    select l.interface_id, regexp_replace(c.address, '\\{[^}]*\\}', '{}', 'g') as address, c.detail -> 'servers' as own, v.facts -> 'servers' as servers
    from lines l join versions v on v.id = l.current_version_id join version_channels c on c.version_id = v.id
    where l.interface_id in (select value::bigint from json_array_elements_text(${JSON.stringify(interfaceIds)}::json)) and c.address is not null and v.format = 'asyncapi'
    order by l.name <> 'default', l.id`);
  const lent = new Map<string, BrokerPlace[]>();
  for (const { interface_id, address, own, servers } of rows) {
    const key = `${interface_id} ${address}`;
    if (!lent.has(key)) lent.set(key, placesOf(servers ?? [], { servers: own ?? [] }));
  }
  return lent;
}

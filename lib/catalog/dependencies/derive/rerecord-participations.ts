import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { participationsOf, type ParticipationSource } from "#lib/parsing/participations-of.ts";
import { recordParticipations } from "../../publish/record-participations.ts";

/** Places an interface's current documents on channels again, from their stored rows. Returns all channels it was or is on. */
export async function rerecordParticipations(tx: Transaction, interfaceId: number): Promise<number[]> {
  const { rows } = await tx.execute<Row>(sql`
    select l.id as line_id, v.id as version_id, v.facts -> 'servers' as servers,
      (select p.service_id from participations p where p.version_id = v.id limit 1) as service_id,
      (select f.path from version_files f where f.version_id = v.id and f.role = 'root') as root,
      (select coalesce(json_agg(json_build_object('id', c.name, 'address', c.address, 'servers', c.detail -> 'servers', 'file', c.detail -> 'file')), '[]') from version_channels c where c.version_id = v.id) as channels,
      (select coalesce(json_agg(json_build_object('kind', o.kind, 'action', o.action, 'key', o.key, 'channel', o.detail -> 'channel', 'messages', o.detail -> 'messages', 'reply', o.detail -> 'reply', 'file', o.detail -> 'file', 'pointer', o.detail -> 'pointer') order by o.ordinal), '[]')
        from operations o where o.version_id = v.id and o.kind = 'event') as operations
    from lines l join versions v on v.id = l.current_version_id
    where l.interface_id = ${interfaceId} and v.format = 'asyncapi' order by l.id for update of l`);
  const touched = new Set<number>();
  for (const { line_id, version_id, service_id, ...source } of rows) {
    const left = await recordParticipations(tx, { interfaceId, versionId: version_id, lineId: line_id, serviceId: service_id }, participationsOf(source));
    const { rows: now } = await tx.execute<{ id: number }>(sql`select distinct channel_id as id from participations where version_id = ${version_id}`);
    for (const id of [...left, ...now.map((row) => row.id)]) touched.add(id);
  }
  return [...touched];
}

type Row = ParticipationSource & { line_id: number; version_id: number; service_id: number | null };

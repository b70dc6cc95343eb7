import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { ChannelPart } from "./channel-pairs.ts";

export type PlacedPart = ChannelPart & { channelId: number; versionId: number; pointer: string; file: string };

/** Operations of current versions on channels, messages together. `condition` is on `p` (participations). */
export async function loadChannelParts(db: Executor, condition: SQL): Promise<PlacedPart[]> {
  const { rows } = await db.execute<Row>(sql`
    select p.channel_id, p.interface_id, p.version_id, p.service_id, p.action, p.operation_key, p.reply, p.pointer, p.file,
      case when l.name = 'default' or (select count(*) from lines o where o.interface_id = p.interface_id) = 1 then null else l.name end as line,
      coalesce(json_agg(json_build_object('id', p.message, 'name', coalesce(m.name, p.message)) order by p.id) filter (where p.message is not null), '[]') as messages
    from participations p
    join interfaces i on i.id = p.interface_id and i.deleted_at is null
    join versions v on v.id = p.version_id
    join lines l on l.id = v.line_id
    left join messages m on m.version_id = p.version_id and m.key = p.message
    where ${condition}
    group by p.channel_id, p.interface_id, p.version_id, p.service_id, p.action, p.operation_key, p.reply, p.pointer, p.file, l.name
    order by p.channel_id, p.interface_id, p.operation_key`);
  return rows.map((row) => ({
    channelId: row.channel_id, interfaceId: row.interface_id, versionId: row.version_id, serviceId: row.service_id, action: row.action,
    operationKey: row.operation_key, reply: row.reply, pointer: row.pointer, file: row.file, line: row.line, messages: row.messages,
  }));
}

/** Adds to each message a digest of its payload's schema, for those that share no name. */
export async function addDigests(db: Executor, parts: PlacedPart[]): Promise<void> {
  const wanted = parts.flatMap(({ versionId, messages }) => messages.map(({ id }) => ({ version_id: versionId, key: id })));
  const { rows } = await db.execute<{ version_id: number; key: string; digest: string | null }>(sql`
    select m.version_id, m.key, md5(coalesce(s.detail -> 'json', m.detail -> 'payload')::text) as digest
    from json_to_recordset(${JSON.stringify(wanted)}::json) as r(version_id bigint, key text)
    join messages m on m.version_id = r.version_id and m.key = r.key
    left join schemas s on s.version_id = m.version_id and s.key = m.detail -> 'payload' ->> '$ref'
    where json_typeof(m.detail -> 'payload') = 'object'`);
  const digests = new Map(rows.map(({ version_id, key, digest }) => [`${version_id} ${key}`, digest]));
  for (const { versionId, messages } of parts) for (const message of messages) message.digest = digests.get(`${versionId} ${message.id}`) ?? null;
}

type Row = {
  channel_id: number; interface_id: number; version_id: number; service_id: number | null; action: "send" | "receive"; operation_key: string;
  reply: boolean; pointer: string; file: string; line: string | null; messages: { id: string; name: string }[];
};

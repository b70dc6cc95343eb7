import { sql } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";

export type BrokerSummary = {
  id: number; slug: string; name: string; protocol: string; host: string | null; environment: string | null;
  /** Said by an administrator, not only read in documents. */
  confirmed: boolean;
  aliases: { kind: "host" | "server" | "team" | "folder" | "interface"; value: string }[];
  channelCount: number; interfaceCount: number;
};

/** Every broker with its names and how much lives on it, the confirmed first. For administrators. */
export async function listBrokers({ ctx }: { ctx: Ctx }): Promise<BrokerSummary[]> {
  authorize(ctx, "brokers.change");
  const { rows } = await ctx.db.execute<Row>(sql`
    select b.id, b.slug, b.name, b.protocol, b.host, b.environment, b.confirmed, coalesce(a.aliases, '[]') as aliases, coalesce(u.channels, 0)::int as channel_count, coalesce(u.interfaces, 0)::int as interface_count
    from brokers b
    left join (
      select a.broker_id, json_agg(json_build_object('kind', a.kind, 'value', case a.kind when 'team' then t.slug when 'interface' then i.slug when 'folder' then regexp_replace(a.value, ' [^ ]*$', '') else a.value end) order by a.kind, a.value) as aliases
      from broker_aliases a left join teams t on t.id = a.team_id left join interfaces i on a.kind = 'interface' and i.id = split_part(a.value, ' ', 1)::bigint
      group by a.broker_id) a on a.broker_id = b.id
    left join (
      select c.broker_id, count(distinct c.id) as channels, count(distinct p.interface_id) as interfaces
      from channels c join participations p on p.channel_id = c.id where c.broker_id is not null group by c.broker_id) u on u.broker_id = b.id
    where b.confirmed or u.broker_id is not null
    order by b.confirmed desc, u.channels desc nulls last, b.name limit 1000`);
  return rows.map(({ channel_count, interface_count, ...row }) => ({ ...row, aliases: row.aliases.filter(({ value }) => value !== null), channelCount: channel_count, interfaceCount: interface_count }));
}

type Row = Omit<BrokerSummary, "channelCount" | "interfaceCount"> & { channel_count: number; interface_count: number };

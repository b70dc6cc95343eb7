import { sql } from "drizzle-orm";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";

export type PossibleSide = {
  interfaceId: number; slug: string; title: string; team: string | null; folder: string | null; action: "send" | "receive";
  /** The real broker, or null; then what the document says instead of one. */
  broker: string | null; brokerSlug: string | null; said: string[];
};
export type PossibleMatch = { source: string; address: string; protocol: string | null; dependencyIds: number[]; sides: PossibleSide[] };

/** Channels that would be one if their broker were the same, by address. For administrators, at most 500. */
export async function listPossible({ ctx }: { ctx: Ctx }): Promise<PossibleMatch[]> {
  authorize(ctx, "brokers.change");
  const { rows } = await ctx.db.execute<PossibleMatch>(sql`
    with found as (
      select e.source, array_agg(distinct e.dependency_id) as dependency_ids, string_to_array(substring(e.source from ' (.*)$'), ' ')::bigint[] as channel_ids
      from evidence e join dependencies d on d.id = e.dependency_id where e.kind = 'possible' and d.dismissed_at is null
        -- Where both brokers are known, none is left to confirm: then an address takes in a part of the other.
        and exists (select 1 from channels c where c.id = any(string_to_array(substring(e.source from ' (.*)$'), ' ')::bigint[]) and c.broker_id is null) group by e.source order by e.source limit 500)
    select f.source, min(c.address) as address, min(c.protocol) as protocol, (select json_agg(id) from unnest(f.dependency_ids) id) as "dependencyIds",
      json_agg(distinct jsonb_build_object('interfaceId', i.id, 'slug', i.slug, 'title', i.title, 'team', t.name, 'folder', case when i.source_key like '%#%' then split_part(i.source_key, '#', 1) end, 'action', p.action, 'broker', b.name, 'brokerSlug', b.slug,
        'said', (select coalesce(jsonb_agg(server ->> 'host') filter (where server ->> 'host' is not null), '[]') from jsonb_array_elements(case when jsonb_typeof(v.facts -> 'servers') = 'array' then v.facts -> 'servers' else '[]' end) server))) as sides
    from found f join channels c on c.id = any(f.channel_ids) join participations p on p.channel_id = c.id
    join interfaces i on i.id = p.interface_id join versions v on v.id = p.version_id left join teams t on t.id = i.owner_team_id left join brokers b on b.id = c.broker_id
    group by f.source, f.dependency_ids order by min(c.address), f.source`);
  return rows;
}

import { sql } from "drizzle-orm";
import { z } from "zod";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { explainEvidence } from "../dependencies/explain-evidence.ts";
import { visibleServices } from "../services/visible-services.ts";
import { services } from "#db/schema/catalog/services.ts";
import { contradictionsOf } from "./contradictions-of.ts";
import { listRivalProviders, type RivalProviders } from "./list-rival-providers.ts";
import { hasAction, metByWildcards, nearlyMatches } from "./near-names.ts";

export const meshFindingKinds = ["loose-end", "operation-gone", "operation-deprecated", "unresolved", "dismissed-though-said", "rival-providers"] as const;
export const ListMeshFindingsInput = z.object({ kind: z.enum(meshFindingKinds).optional(), limit: z.coerce.number().int().min(1).max(500).optional() });

/** A channel with one side only, and addresses that nearly match it. */
export type LooseEnd = { channelId: number; address: string; broker: string; side: "send" | "receive"; titles: string[]; near: { channelId: number; address: string; titles: string[] }[] };
/** A use of something that is not there, or that is going. */
export type UseFinding = { dependencyId: number; user: string; userHref: string; interface: { slug: string; title: string } | null; line: string | null; operationKey: string | null; display: string | null; words: string | null; kind: Exclude<(typeof meshFindingKinds)[number], "loose-end" | "rival-providers">; sunset: string | null; /** What speaks against what, in one sentence. */ contradiction: string | null };
export type MeshFindings = { looseEnds: LooseEnd[]; uses: UseFinding[]; rivals: RivalProviders[] };

/** What does not fit anywhere in the mesh, as far as the reader may see it. At most `limit` of each kind. */
export async function listMeshFindings({ ctx, input = {} }: { ctx: Ctx; input?: z.input<typeof ListMeshFindingsInput> }): Promise<MeshFindings> {
  const { kind, limit = 200 } = ListMeshFindingsInput.parse(input);
  const [looseEnds, uses, rivals] = await Promise.all([
    !kind || kind === "loose-end" ? listLooseEnds(ctx, limit) : [],
    kind === "loose-end" || kind === "rival-providers" ? [] : listUseFindings(ctx, limit),
    !kind || kind === "rival-providers" ? listRivalProviders({ ctx, input: { limit } }) : [],
  ]);
  return { looseEnds, uses: uses.filter((use) => !kind || use.kind === kind), rivals };
}

async function listLooseEnds(ctx: Ctx, limit: number): Promise<LooseEnd[]> {
  const { rows } = await ctx.db.execute<LooseEnd>(sql`
    with loose as materialized (
      select c.id, c.address, c.broker_id, b.name as broker, min(p.action) as side, array_agg(distinct ${interfaces.title}) as titles, array_agg(distinct ${interfaces.id}) as ids
      from channels c join brokers b on b.id = c.broker_id join participations p on p.channel_id = c.id join ${interfaces} on ${interfaces.id} = p.interface_id
      where ${visibleInterfaces(ctx.scope)} and (not ${hasAction(sql`c.id`, "send")} or not ${hasAction(sql`c.id`, "receive")}) and c.id not in ${metByWildcards}
      group by c.id, c.address, c.broker_id, b.name order by c.address limit 5000)
    select l.id as "channelId", l.address, l.broker, l.side, l.titles,
      coalesce((select json_agg(json_build_object('channelId', o.id, 'address', o.address, 'titles', o.titles) order by similarity(o.address, l.address) desc)
        from loose o where o.broker_id = l.broker_id and o.side <> l.side and not o.ids && l.ids and ${nearlyMatches(sql`o.address`, sql`l.address`)}), '[]') as near
    from loose l order by json_array_length(coalesce((select json_agg(1) from loose o where o.broker_id = l.broker_id and o.side <> l.side and not o.ids && l.ids and ${nearlyMatches(sql`o.address`, sql`l.address`)}), '[]')) desc, l.address limit ${limit}`);
  return rows;
}

async function listUseFindings(ctx: Ctx, limit: number): Promise<UseFinding[]> {
  const { rows } = await ctx.db.execute<UseFinding & { slug: string | null; title: string | null }>(sql`
    select d.id as "dependencyId", ${services.title} as user, '/services/' || ${services.slug} as "userHref", ${interfaces.slug} as slug, ${interfaces.title} as title, d.line, d.operation_key as "operationKey", coalesce(o.display, d.operation_key) as display, d.unresolved as words, o.sunset,
      case when d.dismissed_at is not null then 'dismissed-though-said' when d.unresolved is not null then 'unresolved' when d.operation_key is not null and o.id is null then 'operation-gone' else 'operation-deprecated' end as kind
    from dependencies d
    join ${services} on ${services.id} = d.from_service_id
    left join ${interfaces} on ${interfaces.id} = d.to_interface_id
    left join lateral (select l.id, l.lifecycle, l.current_version_id from lines l where l.interface_id = d.to_interface_id and (d.line is null or l.name = d.line) order by l.name <> 'default', l.current_version_id desc nulls last, l.id limit 1) l on true
    left join operations o on o.version_id = l.current_version_id and o.key = d.operation_key
    where ${visibleServices(ctx.scope)} and ((d.unresolved is not null and d.dismissed_at is null) or (${visibleInterfaces(ctx.scope)}
      and case when d.dismissed_at is not null then exists (select 1 from evidence e where e.dependency_id = d.id and e.kind <> 'possible') else ((d.operation_key is not null and o.id is null) or coalesce(o.deprecated, false) or coalesce(l.lifecycle, ${interfaces.lifecycle}) in ('deprecated', 'retired')) end))
    order by kind, ${services.title}, d.id limit ${limit}`);
  // A use that follows from a document which may not be seen is not known to the reader.
  const evidence = await explainEvidence(ctx, rows.map(({ dependencyId }) => dependencyId), { withLines: false });
  const known = rows.filter(({ dependencyId, kind }) => (kind === "dismissed-though-said" ? evidence.get(dependencyId)?.some((one) => one.kind !== "possible") : evidence.has(dependencyId)));
  const contradictions = await contradictionsOf(ctx.db, evidence);
  return known.map(({ slug, title, ...row }) => ({ ...row, contradiction: contradictions.get(row.dependencyId) ?? null, interface: slug === null || title === null ? null : { slug, title } }));
}

import { sql } from "drizzle-orm";
import { z } from "zod";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { hiddenParticipations } from "../channels/hidden-participations.ts";
import { listRivalProviders, type RivalProviders } from "./list-rival-providers.ts";
import { listUseFindings, type UseFinding, useFindingKinds } from "./list-use-findings.ts";
import { hasAction, metByWildcards, nearlyMatches } from "./near-names.ts";

export const meshFindingKinds = ["loose-end", ...useFindingKinds, "rival-providers"] as const;
export const ListMeshFindingsInput = z.object({ kind: z.enum(meshFindingKinds).optional(), limit: z.coerce.number().int().min(1).max(500).optional() });

/** A channel with one side only, and addresses that nearly match it. */
export type LooseEnd = { channelId: number; address: string; broker: string; side: "send" | "receive"; titles: string[]; near: { channelId: number; address: string; titles: string[] }[] };
export type MeshFindings = { looseEnds: LooseEnd[]; uses: UseFinding[]; rivals: RivalProviders[] };

/** What does not fit anywhere in the mesh, as far as the reader may see it. At most `limit` of each kind. */
export async function listMeshFindings({ ctx, input = {} }: { ctx: Ctx; input?: z.input<typeof ListMeshFindingsInput> }): Promise<MeshFindings> {
  const { kind, limit = 200 } = ListMeshFindingsInput.parse(input);
  const [looseEnds, uses, rivals] = await Promise.all([
    !kind || kind === "loose-end" ? listLooseEnds(ctx, limit) : [],
    kind === "loose-end" || kind === "rival-providers" ? [] : listUseFindings(ctx, { kind, limit }),
    !kind || kind === "rival-providers" ? listRivalProviders({ ctx, input: { limit } }) : [],
  ]);
  return { looseEnds, uses, rivals };
}

async function listLooseEnds(ctx: Ctx, limit: number): Promise<LooseEnd[]> {
  const hidden = await hiddenParticipations(ctx, sql`p.channel_id in (select placed.id from channels placed where placed.broker_id is not null)`);
  const { rows } = await ctx.db.execute<LooseEnd>(sql`
    with loose as materialized (
      select c.id, c.address, c.broker_id, b.name as broker, min(p.action) as side, array_agg(distinct ${interfaces.title}) as titles, array_agg(distinct ${interfaces.id}) as ids
      from channels c join brokers b on b.id = c.broker_id join participations p on p.channel_id = c.id join ${interfaces} on ${interfaces.id} = p.interface_id
      where ${visibleInterfaces(ctx.scope)} and p.id not in ${hidden} and (not ${hasAction(sql`c.id`, "send")} or not ${hasAction(sql`c.id`, "receive")}) and c.id not in ${metByWildcards}
      group by c.id, c.address, c.broker_id, b.name order by c.address limit 5000)
    select l.id as "channelId", l.address, l.broker, l.side, l.titles,
      coalesce((select json_agg(json_build_object('channelId', o.id, 'address', o.address, 'titles', o.titles) order by similarity(o.address, l.address) desc)
        from loose o where o.broker_id = l.broker_id and o.side <> l.side and not o.ids && l.ids and ${nearlyMatches(sql`o.address`, sql`l.address`)}), '[]') as near
    from loose l order by json_array_length(coalesce((select json_agg(1) from loose o where o.broker_id = l.broker_id and o.side <> l.side and not o.ids && l.ids and ${nearlyMatches(sql`o.address`, sql`l.address`)}), '[]')) desc, l.address limit ${limit}`);
  return rows;
}

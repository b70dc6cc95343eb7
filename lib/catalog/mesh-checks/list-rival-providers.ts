import { type SQL, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { provides } from "#db/schema/catalog/provides.ts";
import { services } from "#db/schema/catalog/services.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { visibleServices } from "../services/visible-services.ts";

export type RivalProviders = { interface: { slug: string; title: string }; services: { slug: string; title: string; source: string }[] };

/** Interfaces that several services are said to provide, so that nobody can tell on which of them its users depend; as far as the reader may see both. */
export async function listRivalProviders({ ctx, input = {} }: { ctx: Ctx; input?: { service?: string; limit?: number } }): Promise<RivalProviders[]> {
  const of: SQL = input.service === undefined ? sql`true` : sql`bool_or(${services.slug} = ${input.service})`;
  const { rows } = await ctx.db.execute<{ slug: string; title: string; services: RivalProviders["services"] }>(sql`
    select ${interfaces.slug} as slug, ${interfaces.title} as title, json_agg(json_build_object('slug', ${services.slug}, 'title', ${services.title}, 'source', ${provides.source}) order by lower(${services.title})) as services
    from ${provides} join ${services} on ${services.id} = ${provides.serviceId} join ${interfaces} on ${interfaces.id} = ${provides.interfaceId}
    where ${visibleInterfaces(ctx.scope)} and ${visibleServices(ctx.scope)}
    group by ${interfaces.id}, ${interfaces.slug}, ${interfaces.title} having count(*) > 1 and ${of}
    order by lower(${interfaces.title}) limit ${input.limit ?? 200}`);
  return rows.map(({ slug, title, services: rivals }) => ({ interface: { slug, title }, services: rivals }));
}

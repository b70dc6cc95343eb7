import { and, asc, eq, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { provides } from "#db/schema/catalog/provides.ts";
import { services } from "#db/schema/catalog/services.ts";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { visibleServices } from "./visible-services.ts";

export type ServiceSummary = Awaited<ReturnType<typeof listServices>>["items"][number];
type Input = { slug?: string; owner?: string; domain?: string; cursor?: string; limit?: number };

/** Services by title, with how many visible interfaces each provides. */
export async function listServices({ ctx, input = {} }: { ctx: Ctx; input?: Input }) {
  const limit = Math.min(input.limit ?? 200, 500);
  const [titleAfter, idAfter] = input.cursor ? decodeCursor(input.cursor, "text") : [];
  const rows = await ctx.db
    .select({
      id: services.id, slug: services.slug, title: services.title, description: services.description, lifecycle: services.lifecycle,
      ownerSlug: teams.slug, ownerName: teams.name, domainSlug: domains.slug, domainName: domains.name,
      sortKey: sql<string>`lower(${services.title})`,
      interfaceCount: sql<number>`(select count(*)::int from ${provides} join ${interfaces} on ${eq(interfaces.id, provides.interfaceId)} where ${eq(provides.serviceId, services.id)} and ${visibleInterfaces(ctx.scope)})`,
    })
    .from(services)
    .leftJoin(teams, eq(teams.id, services.ownerTeamId))
    .leftJoin(domains, eq(domains.id, services.domainId))
    .where(
      and(
        visibleServices(ctx.scope),
        input.slug ? eq(services.slug, input.slug) : undefined,
        input.owner ? eq(teams.slug, input.owner) : undefined,
        input.domain ? eq(domains.slug, input.domain) : undefined,
        titleAfter === undefined ? undefined : sql`(lower(${services.title}), ${services.id}) > (${titleAfter}::text, ${idAfter}::bigint)`,
      ),
    )
    .orderBy(asc(sql`lower(${services.title})`), asc(services.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ sortKey: _sortKey, ownerSlug, ownerName, domainSlug, domainName, ...row }) => ({
      ...row,
      owner: ownerSlug && ownerName ? { slug: ownerSlug, name: ownerName } : null,
      domain: domainSlug && domainName ? { slug: domainSlug, name: domainName } : null,
    })),
    next: rows.length > limit && last ? encodeCursor([last.sortKey, last.id]) : null,
  };
}

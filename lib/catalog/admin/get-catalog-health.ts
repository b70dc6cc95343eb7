import { and, desc, gt, isNull, sql } from "drizzle-orm";
import { users } from "#db/schema/auth.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { dependencies } from "#db/schema/mesh/dependencies.ts";
import { evidence } from "#db/schema/mesh/evidence.ts";
import { emptySearches } from "#db/schema/system/empty-searches.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { installationSettings } from "#lib/auth/settings.ts";
import { listWithoutOwner } from "../ownership/list-without-owner.ts";

// Of a query of one table drizzle leaves the table out, which within a subquery means another.
const interfaceId = sql.raw('"interfaces"."id"');

export type CatalogHealth = Awaited<ReturnType<typeof getCatalogHealth>>;

/** How the catalog fares: how much of it has a living owner, is fresh, says who uses it; and what people look for in vain. */
export async function getCatalogHealth({ ctx }: { ctx: Ctx }) {
  authorize(ctx, "catalog.health");
  const { ownerConfirmationDays: days } = await installationSettings(ctx.db);
  const present = and(isNull(interfaces.deletedAt), isNull(interfaces.retiredAt));
  const since = sql`now() - make_interval(days => ${days}::int)`;
  const usedBy = (kinds: string) => sql`exists (select 1 from ${dependencies} d join ${evidence} e on e.dependency_id = d.id where d.to_interface_id = ${interfaceId} and d.dismissed_at is null and e.kind in (${sql.raw(kinds)}))`;
  const [[ofInterfaces], [ofServices], without, [people], searches] = await Promise.all([
    ctx.db
      .select({
        total: sql<number>`count(*)::int`,
        fresh: sql<number>`count(*) filter (where greatest(${interfaces.changedAt}, ${interfaces.ownerConfirmedAt}) > ${since})::int`,
        used: sql<number>`count(*) filter (where ${usedBy("'declared', 'specified', 'observed'")})::int`,
        declared: sql<number>`count(*) filter (where ${usedBy("'declared'")})::int`,
        valid: sql<number>`count(*) filter (where not exists (select 1 from lines l join versions v on v.id = l.current_version_id where l.interface_id = ${interfaceId} and not v.valid))::int`,
      })
      .from(interfaces)
      .where(present),
    ctx.db.select({ total: sql<number>`count(*)::int` }).from(services).where(isNull(services.deletedAt)),
    listWithoutOwner({ ctx, input: { limit: 1 } }),
    ctx.db.select({ active: sql<number>`count(*) filter (where ${users.deactivatedAt} is null)::int`, deactivated: sql<number>`count(*) filter (where ${users.deactivatedAt} is not null)::int` }).from(users),
    ctx.db.select({ query: emptySearches.query, count: emptySearches.count, lastAt: emptySearches.lastAt }).from(emptySearches).where(gt(emptySearches.lastAt, sql`now() - interval '30 days'`)).orderBy(desc(emptySearches.count), desc(emptySearches.lastAt)).limit(30),
  ]);
  return {
    days,
    interfaces: ofInterfaces ?? { total: 0, fresh: 0, used: 0, declared: 0, valid: 0 },
    services: ofServices?.total ?? 0,
    withoutOwner: without.counts,
    people: people ?? { active: 0, deactivated: 0 },
    /** Of the last thirty days, the most frequent first. */
    emptySearches: searches,
  };
}

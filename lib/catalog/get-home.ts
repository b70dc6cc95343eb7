import { and, countDistinct, desc, eq, gte, isNull, ne, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { versions } from "#db/schema/document/versions.ts";
import { teams } from "#db/schema/people/teams.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { hiddenCounts } from "./contents/hidden-counts.ts";
import { ownInterface } from "./interfaces/own-interface.ts";
import { listChanges } from "./comparisons/list-changes.ts";
import { visibleServices } from "./services/visible-services.ts";

export type Home = Awaited<ReturnType<typeof getHome>>;

/** What the first page says: how much there is, what changed lately, what waits for an owner. */
export async function getHome({ ctx }: { ctx: Ctx }) {
  const visible = and(visibleInterfaces(ctx.scope), isNull(interfaces.retiredAt));
  const current = sql`${versions.id} in (select current_version_id from lines where interface_id = ${interfaces.id})`;
  const unownedOnes = and(visible, isNull(interfaces.ownerTeamId), ne(interfaces.slug, ownInterface));
  const weeks = 12;
  const [formats, sums, weekly, unowned, [unownedCount], [teamCount], [serviceCount], [demoCount], changes] = await Promise.all([
    ctx.db.select({ format: interfaces.format, count: countDistinct(interfaces.id) }).from(interfaces).where(visible).groupBy(interfaces.format),
    ctx.db
      .select({ versionId: versions.id, interfaceId: versions.interfaceId, operations: versions.operationCount, messages: versions.messageCount, valid: versions.valid })
      .from(versions).innerJoin(interfaces, eq(interfaces.id, versions.interfaceId)).where(and(visible, current)),
    ctx.db
      .select({ week: sql<string>`to_char(date_trunc('week', ${versions.publishedAt}), 'YYYY-MM-DD')`, count: sql<number>`count(*)::int` })
      .from(versions).innerJoin(interfaces, eq(interfaces.id, versions.interfaceId))
      .where(and(visible, gte(versions.publishedAt, sql`date_trunc('week', now()) - make_interval(weeks => ${weeks - 1})`)))
      .groupBy(sql`1`).orderBy(sql`1`),
    ctx.db.select({ slug: interfaces.slug, title: interfaces.title, format: interfaces.format, changedAt: interfaces.changedAt }).from(interfaces).where(unownedOnes).orderBy(desc(interfaces.changedAt)).limit(6),
    ctx.db.select({ count: countDistinct(interfaces.id) }).from(interfaces).where(unownedOnes),
    ctx.db.select({ count: countDistinct(teams.id) }).from(teams),
    ctx.db.select({ count: countDistinct(services.id) }).from(services).where(visibleServices(ctx.scope)),
    ctx.db.select({ count: countDistinct(interfaces.id) }).from(interfaces).where(and(visible, eq(interfaces.demo, true))),
    listChanges({ ctx, input: { limit: 16, except: ownInterface } }),
  ]);
  const hidden = await hiddenCounts(ctx.db, ctx.scope, sums);
  const total = (of: "operations" | "messages") => sums.reduce((sum, row) => sum + row[of], 0) - [...hidden.values()].reduce((sum, row) => sum + row[of], 0);
  return {
    counts: {
      interfaces: formats.reduce((sum, row) => sum + row.count, 0),
      operations: total("operations"),
      messages: total("messages"),
      services: serviceCount?.count ?? 0,
      teams: teamCount?.count ?? 0,
      unowned: unownedCount?.count ?? 0,
      invalid: sums.filter(({ valid }) => !valid).length,
    },
    formats,
    /** Versions published in each of the last twelve weeks that had any; `week` is its Monday. */
    weekly,
    unowned,
    changes: changes.items,
    demo: { interfaces: demoCount?.count ?? 0, mayRemove: may(ctx, "demo.remove") },
  };
}

import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { services } from "#db/schema/catalog/services.ts";
import { versions } from "#db/schema/document/versions.ts";
import { dependencies } from "#db/schema/mesh/dependencies.ts";
import { evidence } from "#db/schema/mesh/evidence.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { installationSettings } from "#lib/auth/settings.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { visibleServices } from "../services/visible-services.ts";
import { findTeam } from "./find-team.ts";

export type TeamHealth = Awaited<ReturnType<typeof getTeamHealth>>;

/** How what a team owns fares, of what the reader may see: which documents break their specification, are old, lack a word of the owner; and which services of others use it. */
export async function getTeamHealth({ ctx, input }: { ctx: Ctx; input: { slug: string } }) {
  const team = await findTeam(ctx.db, input.slug);
  const { ownerConfirmationDays } = await installationSettings(ctx.db);
  const owned = and(visibleInterfaces(ctx.scope), isNull(interfaces.retiredAt), eq(interfaces.ownerTeamId, team.id));
  const [[counts], consumers] = await Promise.all([
    ctx.db
      .select({
        invalid: sql<number>`count(distinct ${interfaces.id}) filter (where not ${versions.valid})::int`,
        deprecated: sql<number>`count(distinct ${interfaces.id}) filter (where coalesce(${lines.lifecycle}, ${interfaces.lifecycle}) = 'deprecated')::int`,
        unconfirmed: sql<number>`count(distinct ${interfaces.id}) filter (where coalesce(${interfaces.ownerConfirmedAt}, ${interfaces.createdAt}) < now() - make_interval(days => ${ownerConfirmationDays}::int))::int`,
        total: sql<number>`count(distinct ${interfaces.id})::int`,
      })
      .from(interfaces)
      .innerJoin(lines, eq(lines.interfaceId, interfaces.id))
      .innerJoin(versions, eq(versions.id, lines.currentVersionId))
      .where(owned),
    ctx.db
      .select({ slug: services.slug, title: services.title, teamSlug: teams.slug, teamName: teams.name, count: sql<number>`count(distinct ${interfaces.id})::int` })
      .from(dependencies)
      .innerJoin(interfaces, eq(interfaces.id, dependencies.toInterfaceId))
      .innerJoin(services, eq(services.id, dependencies.fromServiceId))
      .leftJoin(teams, eq(teams.id, services.ownerTeamId))
      .where(and(owned, visibleServices(ctx.scope), isNull(dependencies.dismissedAt), or(isNull(services.ownerTeamId), ne(services.ownerTeamId, team.id)), isKnown))
      .groupBy(services.slug, services.title, teams.slug, teams.name)
      .orderBy(sql`5 desc`, services.title)
      .limit(200),
  ]);
  return {
    ...(counts ?? { invalid: 0, deprecated: 0, unconfirmed: 0, total: 0 }),
    ownerConfirmationDays,
    consumers: consumers.map(({ teamSlug, teamName, ...row }) => ({ ...row, owner: teamSlug && teamName ? { slug: teamSlug, name: teamName } : null })),
  };
}

// What only could be is no use.
const isKnown = sql`exists (select 1 from ${evidence} where ${eq(evidence.dependencyId, dependencies.id)} and ${evidence.kind} <> 'possible')`;

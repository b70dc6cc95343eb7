import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { services } from "#db/schema/catalog/services.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleServices } from "./visible-services.ts";

/** Services that the reader's teams own, by title, with their team; none for who is in no team. */
export async function listOwnServices({ ctx }: { ctx: Ctx }): Promise<{ slug: string; title: string; team: string }[]> {
  const own = ctx.actor.kind === "person" ? ctx.actor.teams.map(({ id }) => id) : [];
  if (own.length === 0) return [];
  return ctx.db
    .select({ slug: services.slug, title: services.title, team: teams.slug })
    .from(services)
    .innerJoin(teams, eq(teams.id, services.ownerTeamId))
    .where(and(visibleServices(ctx.scope), inArray(services.ownerTeamId, own)))
    .orderBy(asc(sql`lower(${services.title})`))
    .limit(1_000);
}

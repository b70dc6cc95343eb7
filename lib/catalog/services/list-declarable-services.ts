import { and, asc, inArray, isNull, or, sql } from "drizzle-orm";
import { services } from "#db/schema/catalog/services.ts";
import { isAdministrator } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleServices } from "./visible-services.ts";

/** Services that the reader may speak for: those of their teams first, then those that nobody owns; null for who is not signed in. */
export async function listDeclarableServices({ ctx }: { ctx: Ctx }): Promise<{ slug: string; title: string }[] | null> {
  const { actor } = ctx;
  if (actor.kind !== "person") return null;
  const teamIds = actor.teams.map((team) => team.id);
  const own = teamIds.length > 0 ? inArray(services.ownerTeamId, teamIds) : sql`false`;
  return ctx.db
    .select({ slug: services.slug, title: services.title })
    .from(services)
    .where(and(visibleServices(ctx.scope), isAdministrator(actor) ? undefined : or(own, isNull(services.ownerTeamId))))
    .orderBy(sql`case when ${own} then 0 else 1 end`, asc(sql`lower(${services.title})`))
    .limit(1_000);
}

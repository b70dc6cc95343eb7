import { asc, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { teams } from "#db/schema/people/teams.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";

export type EndpointItem = Awaited<ReturnType<typeof listEndpoints>>[number];

/** One's own endpoints and those of one's teams, with how the last week's deliveries went. */
export async function listEndpoints({ ctx }: { ctx: Ctx }) {
  authorize(ctx, "subscription.own");
  const own = accountIdOf(ctx.actor);
  const teamIds = ctx.actor.kind === "person" || ctx.actor.kind === "token" ? ctx.actor.teams.map(({ id }) => id) : [];
  const mine: SQL[] = [...(own === null ? [] : [eq(endpoints.userId, own)]), ...(teamIds.length > 0 ? [inArray(endpoints.teamId, teamIds)] : [])];
  if (mine.length === 0) return [];
  const recent = (state: string) => sql<number>`(select count(*)::int from deliveries d where d.endpoint_id = ${endpoints.id} and d.state = ${state} and d.created_at > now() - interval '7 days')`;
  return ctx.db
    .select({
      id: endpoints.id, kind: endpoints.kind, name: endpoints.name, url: endpoints.url, createdAt: endpoints.createdAt, disabledAt: endpoints.disabledAt,
      failures: endpoints.failures, pausedUntil: endpoints.pausedUntil, team: teams.slug, teamName: teams.name,
      delivered: recent("delivered"), failed: recent("failed"), waiting: recent("waiting"),
    })
    .from(endpoints)
    .leftJoin(teams, eq(teams.id, endpoints.teamId))
    .where(or(...mine))
    .orderBy(asc(endpoints.id));
}

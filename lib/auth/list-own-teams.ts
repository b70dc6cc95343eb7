import { asc, inArray } from "drizzle-orm";
import { teams } from "#db/schema/people/teams.ts";
import { isAdministrator } from "./actor.ts";
import type { Ctx } from "./context.ts";

/** The teams one may speak for: one's own, for an administrator all. By name. */
export async function listOwnTeams({ ctx }: { ctx: Ctx }): Promise<{ id: number; slug: string; name: string }[]> {
  const own = ctx.actor.kind === "person" || ctx.actor.kind === "token" ? ctx.actor.teams.map((team) => team.id) : [];
  const all = isAdministrator(ctx.actor);
  if (!all && own.length === 0) return [];
  const columns = { id: teams.id, slug: teams.slug, name: teams.name };
  return ctx.db.select(columns).from(teams).where(all ? undefined : inArray(teams.id, own)).orderBy(asc(teams.name)).limit(1000);
}

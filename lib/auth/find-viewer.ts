import { asc, inArray } from "drizzle-orm";
import { teams } from "#db/schema/people/teams.ts";
import { isAdministrator } from "./actor.ts";
import type { Ctx } from "./context.ts";

/** What the frame of every page shows of the person who looks; `null` for a visitor. */
export async function findViewer({ ctx }: { ctx: Ctx }): Promise<{ name: string; administrator: boolean; teams: { slug: string; name: string }[] } | null> {
  if (ctx.actor.kind !== "person") return null;
  const ids = ctx.actor.teams.map((team) => team.id);
  const own = ids.length === 0 ? [] : await ctx.db.select({ slug: teams.slug, name: teams.name }).from(teams).where(inArray(teams.id, ids)).orderBy(asc(teams.name));
  return { name: ctx.actor.name, administrator: isAdministrator(ctx.actor), teams: own };
}

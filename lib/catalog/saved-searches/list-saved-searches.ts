import { and, asc, eq } from "drizzle-orm";
import { savedSearches } from "#db/schema/people/saved-searches.ts";
import { subscriptions } from "#db/schema/people/subscriptions.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import type { ListedSearch } from "./save-search.ts";

/** One's own saved searches by name; none for a visitor. */
export async function listSavedSearches({ ctx }: { ctx: Ctx }): Promise<ListedSearch[]> {
  const userId = accountIdOf(ctx.actor);
  if (userId === null) return [];
  const { id, name, place, query } = savedSearches;
  const rows = await ctx.db.select({ id, name, place, query }).from(savedSearches).where(eq(savedSearches.userId, userId)).orderBy(asc(name));
  const own = await ctx.db.select({ id: subscriptions.subjectId }).from(subscriptions).where(and(eq(subscriptions.userId, userId), eq(subscriptions.subject, "search")));
  const followed = new Set(own.map((one) => one.id));
  return rows.map((row) => ({ ...row, isFollowed: followed.has(row.id) }));
}

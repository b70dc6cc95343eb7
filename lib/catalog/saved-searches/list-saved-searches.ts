import { asc, eq } from "drizzle-orm";
import { savedSearches } from "#db/schema/people/saved-searches.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import type { SavedSearch } from "./save-search.ts";

/** One's own saved searches by name; none for a visitor. */
export async function listSavedSearches({ ctx }: { ctx: Ctx }): Promise<SavedSearch[]> {
  const userId = accountIdOf(ctx.actor);
  if (userId === null) return [];
  const { id, name, place, query } = savedSearches;
  return ctx.db.select({ id, name, place, query }).from(savedSearches).where(eq(savedSearches.userId, userId)).orderBy(asc(name));
}

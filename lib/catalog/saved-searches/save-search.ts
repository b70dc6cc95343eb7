import { sql } from "drizzle-orm";
import { z } from "zod";
import { savedSearches } from "#db/schema/people/saved-searches.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError } from "#lib/errors.ts";

export const savedPlaces = ["search", "interfaces"] as const;
const savedMax = 200;

/** A search or a filtered list, and the name it is to have; `query` is what stands in its address after the question mark. */
export const SaveSearchInput = z.object({
  name: z.string().trim().min(1, "a name is needed").max(80, "at most 80 characters"),
  place: z.enum(savedPlaces).default("search"),
  query: z.string().max(2_000).transform((query) => new URLSearchParams(query).toString()),
});
export type SaveSearchInput = z.infer<typeof SaveSearchInput>;
export type SavedSearch = { id: number; name: string; place: (typeof savedPlaces)[number]; query: string };
/** As one's own list has it: with whether one follows it oneself. */
export type ListedSearch = SavedSearch & { isFollowed: boolean };

/** Keeps a search of one's own under a name; a name that is known gets the new query. @throws ConflictError for too many */
export async function saveSearch({ ctx, input }: { ctx: Ctx; input: SaveSearchInput }): Promise<SavedSearch> {
  authorize(ctx, "search.save");
  const { name, place, query } = input;
  const userId = accountIdOf(ctx.actor) ?? "";
  return ctx.db.transaction(async (tx) => {
    const [{ count } = { count: 0 }] = await tx.select({ count: sql<number>`count(*)` }).from(savedSearches).where(sql`${savedSearches.userId} = ${userId}`);
    if (count >= savedMax) throw new ConflictError(`You have kept ${savedMax} searches, and that is the most. Remove one first.`);
    const [saved] = await tx
      .insert(savedSearches)
      .values({ userId, name, place, query })
      .onConflictDoUpdate({ target: [savedSearches.userId, savedSearches.place, savedSearches.name], set: { query } })
      .returning({ id: savedSearches.id });
    await recordAudit(tx, ctx, { action: "search.save", subject: "search", subjectId: saved?.id ?? null, subjectName: name });
    return { id: saved?.id ?? 0, name, place, query };
  });
}

import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import { savedSearches } from "#db/schema/people/saved-searches.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import { SaveSearchInput, type SavedSearch } from "./save-search.ts";

export const RenameSavedSearchInput = SaveSearchInput.pick({ name: true });

/** Gives a search of one's own another name. @throws NotFoundError also for those of others; ConflictError for a name that another one has */
export async function renameSavedSearch({ ctx, input }: { ctx: Ctx; input: z.input<typeof RenameSavedSearchInput> & { id: number } }): Promise<SavedSearch> {
  authorize(ctx, "search.save");
  const { name } = RenameSavedSearchInput.parse(input);
  const userId = accountIdOf(ctx.actor) ?? "";
  return ctx.db.transaction(async (tx) => {
    const { id, place, query } = savedSearches;
    const [own] = await tx.select({ id, place, query, name: savedSearches.name }).from(savedSearches).where(and(eq(id, input.id), eq(savedSearches.userId, userId))).for("update");
    if (!own) throw new NotFoundError("search", input.id);
    const [other] = await tx.select({ id }).from(savedSearches).where(and(eq(savedSearches.userId, userId), eq(place, own.place), eq(savedSearches.name, name), ne(id, own.id)));
    if (other) throw new ConflictError(`You have kept another one as “${name}”. Choose another name.`);
    await tx.update(savedSearches).set({ name }).where(eq(id, own.id));
    await recordAudit(tx, ctx, { action: "search.rename", subject: "search", subjectId: own.id, subjectName: name, detail: { from: own.name } });
    return { ...own, name };
  });
}

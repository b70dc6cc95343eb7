import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { ratings } from "#db/schema/feedback/ratings.ts";
import { actorName, recordAudit } from "#lib/auth/audit/record-audit.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { refuseSecrets } from "../refuse-secrets.ts";
import { authorOf } from "./author.ts";
import { findSpot } from "./find-spot.ts";
import { SpotInput } from "./spot-input.ts";

export const RatingInput = SpotInput.omit({ change: true }).extend({
  answered: z.boolean().describe("Whether the page answered what you came for."),
  words: z.string().trim().max(1_000, "At most 1,000 characters.").nullish().describe("What was missing, in a sentence."),
});

/** Says whether a page answered what one came for: one word of each person about each page, which replaces an earlier one. */
export async function ratePage({ ctx, input }: { ctx: Ctx; input: z.input<typeof RatingInput> & { slug: string } }): Promise<void> {
  const { answered, words, ...spot } = RatingInput.parse(input);
  refuseSecrets({ words });
  const { subject, place, key, label } = await findSpot(ctx, input.slug, spot);
  authorize(ctx, "feedback.write", { interfaceId: subject.id });
  const row = { interfaceId: subject.id, place, key, label, userId: authorOf(ctx), authorName: actorName(ctx), answered, words: words || null };
  const mine = and(eq(ratings.interfaceId, subject.id), eq(ratings.place, place), eq(ratings.key, key), eq(ratings.userId, row.userId));
  await ctx.db.transaction(async (tx) => {
    const [before] = await tx.select({ answered: ratings.answered, words: ratings.words }).from(ratings).where(mine).for("update");
    if (before && before.answered === answered && before.words === row.words) return;
    await tx
      .insert(ratings)
      .values(row)
      .onConflictDoUpdate({ target: [ratings.interfaceId, ratings.place, ratings.key, ratings.userId], set: { answered, words: row.words, label, changedAt: sql`now()`, settledAt: null } });
    await recordAudit(tx, ctx, { action: "feedback.rate", subject: "interface", subjectId: subject.id, subjectName: subject.slug, detail: { place, answered } });
  });
}

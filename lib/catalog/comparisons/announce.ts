import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { batches } from "#db/schema/document/batches.ts";
import { versions } from "#db/schema/document/versions.ts";
import type { Ctx } from "#lib/auth/context.ts";

/**
 * Has everyone concerned told of what was published, in the transaction that stores what it means for them. Documents
 * published together are told of together, once the last of them is compared. Returns the comparisons of this one notice.
 */
export async function announce(tx: Transaction, _ctx: Ctx, comparisonId: number): Promise<number[]> {
  const together = await togetherWith(tx, comparisonId);
  if (together.length === 0) return [];
  const told = await tx
    .update(comparisons)
    .set({ announcedAt: new Date() })
    .where(and(inArray(comparisons.id, together), isNull(comparisons.announcedAt)))
    .returning({ id: comparisons.id });
  // Here the fan-out of notices is put in: one job for all of `told`.
  return told.map(({ id }) => id);
}

async function togetherWith(tx: Transaction, comparisonId: number): Promise<number[]> {
  const [own] = await tx.select({ batchId: versions.batchId }).from(comparisons).innerJoin(versions, eq(versions.id, comparisons.versionId)).where(eq(comparisons.id, comparisonId));
  if (!own) return [];
  if (own.batchId === null) return [comparisonId];
  // Two that end at the same moment must not each take the other for unfinished.
  await tx.select({ id: batches.id }).from(batches).where(eq(batches.id, own.batchId)).for("update");
  const all = await tx.select({ id: comparisons.id }).from(versions).leftJoin(comparisons, eq(comparisons.versionId, versions.id)).where(eq(versions.batchId, own.batchId));
  const done = all.flatMap(({ id }) => id ?? []);
  return done.length === all.length ? done : [];
}

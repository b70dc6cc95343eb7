import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { batches } from "#db/schema/document/batches.ts";
import { versions } from "#db/schema/document/versions.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { type NewsInput, recordNews, recordNewsTogether } from "#lib/notify/record-news.ts";
import { comparisonUrl } from "../../urls/comparison-url.ts";
import { versionUrl } from "../../urls/entity-url.ts";

/**
 * Has everyone concerned told of what was published, in the transaction that stores what it means for them. Documents
 * published together are told of together, once the last of them is compared. Returns the comparisons of this one notice.
 */
export async function announce(tx: Transaction, ctx: Pick<Ctx, "actor">, comparisonId: number): Promise<number[]> {
  const together = await togetherWith(tx, comparisonId);
  if (together.length === 0) return [];
  const told = await tx
    .update(comparisons)
    .set({ announcedAt: new Date() })
    .where(and(inArray(comparisons.id, together), isNull(comparisons.announcedAt)))
    .returning({ id: comparisons.id });
  const ids = told.map(({ id }) => id);
  const published = ids.length === 0 ? [] : await publishedOf(tx, ids);
  const [first] = published;
  if (published.length > 1 && first) await recordNewsTogether(tx, ctx, `batch ${first.batchId}`, published.map(newsOf));
  else if (first) await recordNews(tx, ctx, newsOf(first));
  return ids;
}

type Published = Awaited<ReturnType<typeof publishedOf>>[number];

function publishedOf(tx: Transaction, comparisonIds: number[]) {
  return tx
    .select({ comparisonId: comparisons.id, state: comparisons.state, versionId: versions.id, batchId: versions.batchId, sequence: versions.sequence, label: versions.label, title: versions.title, interfaceId: versions.interfaceId, publishedBy: versions.publishedBy, slug: interfaces.slug, line: lines.name })
    .from(comparisons)
    .innerJoin(versions, eq(versions.id, comparisons.versionId))
    .innerJoin(interfaces, eq(interfaces.id, versions.interfaceId))
    .innerJoin(lines, eq(lines.id, versions.lineId))
    .where(inArray(comparisons.id, comparisonIds));
}

// Neither verdict nor names stand in the sentence: what of them one may see differs from reader to reader.
function newsOf({ comparisonId, state, versionId, sequence, label, title, interfaceId, publishedBy, slug, line }: Published): NewsInput {
  const path = state === "compared" ? comparisonUrl({ slug, line, from: null, to: sequence }) : versionUrl({ slug, line, version: sequence });
  return { key: `version ${versionId}`, kind: "version", interfaceId, comparisonId, title: `Version ${sequence} of ${title} (${label}) was published`, path, actorName: publishedBy };
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

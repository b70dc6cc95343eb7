import { and, eq, isNull, sql } from "drizzle-orm";
import { versions } from "#db/schema/document/versions.ts";
import { searchDocuments } from "#db/schema/system/search-documents.ts";
import { loadPublished } from "../load/load-published.ts";
import { makeMainDocuments, makePropertyDocuments } from "../load/make-documents.ts";
import type { SearchDocument } from "../search-document.ts";
import type { IndexContext } from "./index-context.ts";
import { removeDocuments, writeDocuments } from "./write-documents.ts";

/** Any number of our own, so that locks of others do not meet ours. */
const lockSpace = 7_203_812;
/** A document with fewer than this many is put in at once; a larger one shows its operations first. */
const smallMax = 400;

/**
 * Makes the current version of a line findable, and after that takes out what it no longer has. Where nothing of the line
 * may be found (retired, deleted, purged), all of it is taken out. One run at a time for a line; can be killed anywhere and
 * run again.
 */
export async function indexLine(context: IndexContext, lineId: number): Promise<void> {
  const { db } = context;
  await db.transaction(async (lock) => {
    await lock.execute(sql`select pg_advisory_xact_lock(${lockSpace}, ${lineId}::integer)`);
    const published = await loadPublished(db, lineId);
    if (!published) return removeDocuments(context, { lineId });

    const main = await makeMainDocuments(db, published);
    const isSmall = main.length < smallMax;
    const properties = isSmall ? await makePropertyDocuments(db, published) : [];
    await writeDocuments(context, [...main, ...properties]);
    if (!isSmall) await writeDocuments(context, await takeInto(properties, makePropertyDocuments(db, published)));
    await removeOthers(context, lineId, [...main, ...properties]);
    await db.update(versions).set({ indexedAt: new Date() }).where(and(eq(versions.id, published.version.id), isNull(versions.indexedAt)));
  });
}

async function takeInto(all: SearchDocument[], made: Promise<SearchDocument[]>): Promise<SearchDocument[]> {
  all.push(...(await made));
  return all;
}

/** What an earlier run left of the line and this one did not write again. */
async function removeOthers(context: IndexContext, lineId: number, written: SearchDocument[]): Promise<void> {
  const stamp = written[0]?.stamp ?? "";
  const others = await context.db
    .select({ id: searchDocuments.id })
    .from(searchDocuments)
    .where(and(eq(searchDocuments.lineId, lineId), sql`${searchDocuments.stamp} <> ${stamp}`));
  // Asking first spares the search server a task for each new document.
  if (others.length > 0) await removeDocuments(context, { lineId, exceptStamp: stamp });
}

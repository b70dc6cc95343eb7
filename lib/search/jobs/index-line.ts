import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { versions } from "#db/schema/document/versions.ts";
import { searchDocuments } from "#db/schema/system/search-documents.ts";
import { loadPublished } from "../load/load-published.ts";
import { makeMainDocuments, makePropertyDocuments } from "../load/make-documents.ts";
import type { SearchDocument } from "../search-document.ts";
import type { IndexContext } from "./index-context.ts";
import { lockLine } from "./lock-line.ts";
import { BothWriter } from "./both-writer.ts";

/** A document with fewer than this many is put in at once; a larger one shows its operations first. */
const smallMax = 400;

/**
 * Makes the current version of a line findable, and after that takes out what it no longer has. Where nothing of the line
 * may be found (retired, deleted, purged), all of it is taken out. One run at a time for a line; can be killed anywhere and
 * run again. If the search server fails, the database's own documents are right all the same and the promise rejects.
 *
 * Everything goes through one connection, so any number of runs wait for each other's turn at worst. `unlessIndexed` leaves
 * a line alone whose current version was indexed before, or by somebody else while this run waited for its turn.
 */
export async function indexLine({ db, server }: IndexContext, lineId: number, { unlessIndexed = false } = {}): Promise<void> {
  const writer = await BothWriter.start(server);
  const versionId = await db.transaction(async (tx) => {
    await lockLine(tx, lineId);
    const published = await loadPublished(tx, lineId);
    if (!published) {
      await writer.remove(tx, { lineId });
      return null;
    }
    if (unlessIndexed && published.version.indexedAt !== null) return null;
    const main = await makeMainDocuments(tx, published);
    if (main.length < smallMax) await writer.put(tx, [...main, ...(await makePropertyDocuments(tx, published))]);
    else {
      // Found before the database has stored them too, and before the many properties are looked at.
      await writer.put(tx, main, { serverFirst: true });
      await writer.put(tx, await makePropertyDocuments(tx, published));
    }
    await removeOthers(tx, writer, lineId, main);
    return published.version.id;
  });
  await writer.finish();
  if (versionId !== null) await db.update(versions).set({ indexedAt: new Date() }).where(and(eq(versions.id, versionId), isNull(versions.indexedAt)));
}

/** What an earlier run left of the line and this one did not write again. */
async function removeOthers(tx: Transaction, writer: BothWriter, lineId: number, written: SearchDocument[]): Promise<void> {
  const stamp = written[0]?.stamp ?? "";
  const ofOthers = and(eq(searchDocuments.lineId, lineId), ne(searchDocuments.stamp, stamp));
  const [other] = await tx.select({ id: searchDocuments.id }).from(searchDocuments).where(ofOthers).limit(1);
  // Asking first spares the search server a task for each new document.
  if (other) await writer.remove(tx, { lineId, exceptStamp: stamp });
}

import { eq } from "drizzle-orm";
import type { Database, Executor } from "#db/client.ts";
import { versions } from "#db/schema/document/versions.ts";
import { searchDocuments } from "#db/schema/system/search-documents.ts";
import { PostgresEngine } from "../engines/postgres.ts";
import type { MeilisearchEngine } from "../engines/meilisearch.ts";
import type { SearchDocument } from "../search-document.ts";
import { lockLine } from "./lock-line.ts";

/**
 * Compares an index of the search server with the database by runs of indexing, and sends or takes out what differs.
 * Returns how many runs differed.
 */
export async function mendServer(db: Database, server: MeilisearchEngine, index = server.index): Promise<number> {
  const [wanted, found] = await Promise.all([new PostgresEngine(db).countByStamp(), server.countByStamp(index)]);
  const differing = [...new Set([...wanted.keys(), ...found.keys()])].filter((stamp) => wanted.get(stamp) !== found.get(stamp));
  let mended = 0;
  for (const stamp of differing) if (await inTurn(db, stamp, (tx) => mendRun(tx, server, index, stamp))) mended += 1;
  return mended;
}

/**
 * A line may just be indexed: the server has the new documents then and the database not yet. Whoever mends waits for
 * that to end and looks again, or it would take out what has just been put in.
 */
async function inTurn(db: Database, stamp: string, mend: (tx: Executor) => Promise<boolean>): Promise<boolean> {
  const versionId = /^version-(\d+)-/.exec(stamp)?.[1];
  if (versionId === undefined) return mend(db);
  return db.transaction(async (tx) => {
    const [version] = await tx.select({ lineId: versions.lineId }).from(versions).where(eq(versions.id, Number(versionId)));
    if (version) await lockLine(tx, version.lineId);
    return mend(tx);
  });
}

/** Makes the documents of one run on the server those of the database; false where they are. */
async function mendRun(db: Executor, server: MeilisearchEngine, index: string, stamp: string): Promise<boolean> {
  const rows = await db.select({ body: searchDocuments.body }).from(searchDocuments).where(eq(searchDocuments.stamp, stamp));
  const right = new Map(rows.map(({ body }) => [(body as SearchDocument).id, body as SearchDocument]));
  const found = new Set(await server.idsOf(index, stamp));
  const missing = [...right.keys()].some((id) => !found.has(id));
  const wrong = [...found].filter((id) => !right.has(id));
  if (missing) await server.upsertInto(index, [...right.values()], { wait: true });
  if (wrong.length > 0) await server.removeFrom(index, { ids: wrong });
  return missing || wrong.length > 0;
}

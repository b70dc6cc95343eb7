import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { searchDocuments } from "#db/schema/system/search-documents.ts";
import { PostgresEngine } from "../engines/postgres.ts";
import type { MeilisearchEngine } from "../engines/meilisearch.ts";
import type { SearchDocument } from "../search-document.ts";

/**
 * Compares an index of the search server with the database by runs of indexing, and sends or takes out what differs.
 * Returns how many runs differed.
 */
export async function mendServer(db: Database, server: MeilisearchEngine, index = server.index): Promise<number> {
  const [wanted, found] = await Promise.all([new PostgresEngine(db).countByStamp(), server.countByStamp(index)]);
  let differing = 0;
  for (const [stamp, count] of wanted) {
    if (found.get(stamp) === count) continue;
    differing += 1;
    const rows = await db.select({ body: searchDocuments.body }).from(searchDocuments).where(eq(searchDocuments.stamp, stamp));
    await server.upsertInto(index, rows.map(({ body }) => body as SearchDocument), { wait: true });
    const right = new Set(rows.map(({ body }) => (body as SearchDocument).id));
    const wrong = (await server.idsOf(index, stamp)).filter((id) => !right.has(id));
    if (wrong.length > 0) await server.removeFrom(index, { ids: wrong });
  }
  for (const stamp of found.keys()) {
    if (wanted.has(stamp)) continue;
    differing += 1;
    await server.removeFrom(index, { stamp });
  }
  return differing;
}

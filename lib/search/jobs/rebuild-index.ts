import { and, asc, gt, sql } from "drizzle-orm";
import type { IndexSwap, Settings } from "meilisearch";
import type { Database } from "#db/client.ts";
import { searchDocuments } from "#db/schema/system/search-documents.ts";
import type { MeilisearchEngine } from "../engines/meilisearch.ts";
import type { SearchDocument } from "../search-document.ts";
import { mendServer } from "./mend-server.ts";

const lockNumber = 7_203_813;
const rowsPerBatch = 5_000;
const batchesUnderWay = 4;

export type Progress = (done: number, total: number) => void;

/**
 * Fills a new index from the database beside the running one and swaps the two, so that nothing is missing meanwhile; what
 * changes in between is written to both, and compared before and after the swap. One that was killed is started over.
 */
export async function rebuildIndex(db: Database, server: MeilisearchEngine, onProgress: Progress = () => {}): Promise<void> {
  await oneAtATime(db, () => build(db, server, onProgress));
}

/** Makes sure at a worker's start that the index exists and is made by these settings. */
export async function ensureIndex(db: Database, server: MeilisearchEngine): Promise<void> {
  if (await isRight(server)) return;
  await oneAtATime(db, async () => {
    if (await isRight(server)) return;
    const [row] = await db.select({ id: searchDocuments.id }).from(searchDocuments).limit(1);
    if (row || (await hasIndex(server, server.index))) return build(db, server, () => {});
    await server.finish((await server.client.createIndex(server.index, { primaryKey: "id" })).taskUid);
    await server.finish((await server.client.index(server.index).updateSettings(server.settings)).taskUid);
  });
}

async function isRight(server: MeilisearchEngine): Promise<boolean> {
  return (await hasIndex(server, server.index)) && hasSettings(await server.client.index(server.index).getSettings(), server.settings);
}

/** Workers of one installation build in turn: they share the name of the index that is being built. */
async function oneAtATime(db: Database, run: () => Promise<void>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockNumber})`);
    await run();
  });
}

async function build(db: Database, server: MeilisearchEngine, onProgress: Progress): Promise<void> {
  const { client, index, nextIndex } = server;
  await dropIndex(server, nextIndex);
  await server.finish((await client.createIndex(nextIndex, { primaryKey: "id" })).taskUid);
  await server.finish((await client.index(nextIndex).updateSettings(server.settings)).taskUid);

  const [clock] = (await db.execute<{ now: string }>(sql`select (clock_timestamp() - interval '5 seconds')::text as now`)).rows;
  const [{ total } = { total: 0 }] = await db.select({ total: sql<number>`count(*)` }).from(searchDocuments);
  await fill(db, server, (done) => onProgress(done, total));
  await fill(db, server, () => {}, clock?.now);
  await mendServer(db, server, nextIndex);

  // Where the server lost its index there is none to change places with; an empty one would be asked in the meantime.
  const swap = (await hasIndex(server, index)) ? { indexes: [index, nextIndex], rename: false } : { indexes: [nextIndex, index], rename: true };
  await server.finish((await client.swapIndexes([swap as IndexSwap])).taskUid);
  await dropIndex(server, nextIndex);
  await mendServer(db, server, index);
}

/** Whether an index is made by these settings; those that we leave to the server do not matter, and an embedder is known by its fingerprint. */
export function hasSettings(settings: object, wanted: Settings): boolean {
  const found = settings as Record<string, unknown>;
  return Object.entries(wanted).every(([name, value]) => name === "embedders" || canonical(name, found[name]) === canonical(name, value));
}

const ordered = new Set(["searchableAttributes", "rankingRules"]);

function canonical(name: string, value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (Array.isArray(part) && !ordered.has(name)) return [...part].sort();
    if (part !== null && typeof part === "object" && !Array.isArray(part)) return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
    return part;
  });
}

async function fill(db: Database, server: MeilisearchEngine, onProgress: (done: number) => void, since?: string): Promise<void> {
  let after = "";
  let done = 0;
  let underWay: number[] = [];
  for (;;) {
    const condition = since ? and(gt(searchDocuments.id, after), sql`${searchDocuments.changedAt} >= ${since}::timestamptz`) : gt(searchDocuments.id, after);
    const rows = await db.select({ id: searchDocuments.id, body: searchDocuments.body }).from(searchDocuments).where(condition).orderBy(asc(searchDocuments.id)).limit(rowsPerBatch);
    if (rows.length === 0) break;
    after = rows.at(-1)?.id ?? after;
    underWay.push(await server.send(server.nextIndex, rows.map(({ body }) => body as SearchDocument)));
    // The server puts waiting batches together: a few at once are faster, all at once would fill its disk.
    if (underWay.length >= batchesUnderWay) {
      for (const task of underWay) await server.finish(task);
      underWay = [];
    }
    done += rows.length;
    onProgress(done);
  }
  for (const task of underWay) await server.finish(task);
}

async function hasIndex({ client }: MeilisearchEngine, uid: string): Promise<boolean> {
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  return results.some((known) => known.uid === uid);
}

async function dropIndex(server: MeilisearchEngine, uid: string): Promise<void> {
  if (await hasIndex(server, uid)) await server.finish((await server.client.deleteIndex(uid)).taskUid);
}

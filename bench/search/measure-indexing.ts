import type { Database } from "../../db/client.ts";
import type { MeilisearchEngine } from "../../lib/search/engines/meilisearch.ts";
import { toStored } from "../../lib/search/engines/meilisearch-document.ts";
import { rebuildIndex } from "../../lib/search/jobs/rebuild-index.ts";
import type { SearchDocument } from "../../lib/search/search-document.ts";
import { median } from "../shared/report.ts";

export type Indexing = { documents: number; oursMs: number; aloneMs: number };

/** The whole index built anew from the database and swapped in, and the same documents, ready as text, given to an empty index. */
export async function measureIndexing(db: Database, server: MeilisearchEngine, documents: SearchDocument[], rounds: number): Promise<Indexing> {
  const texts: string[] = [];
  for (let start = 0; start < documents.length; start += 5_000) texts.push(documents.slice(start, start + 5_000).map((document) => JSON.stringify(toStored(document))).join("\n"));
  const taken: { ours: number; alone: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    let started = performance.now();
    await feedAlone(server, `${server.index}-alone`, texts);
    const alone = performance.now() - started;
    await server.finish((await server.client.deleteIndex(`${server.index}-alone`)).taskUid);
    started = performance.now();
    await rebuildIndex(db, server);
    taken.push({ ours: performance.now() - started, alone });
  }
  return { documents: documents.length, oursMs: median(taken.map(({ ours }) => ours)), aloneMs: median(taken.map(({ alone }) => alone)) };
}

/** Gives batches to a new index of our settings, all at once, and waits until all are in. */
export async function feedAlone(server: MeilisearchEngine, index: string, texts: Iterable<string>): Promise<void> {
  await server.finish((await server.client.createIndex(index, { primaryKey: "id" })).taskUid);
  await server.finish((await server.client.index(index).updateSettings(server.settings)).taskUid);
  const tasks: number[] = [];
  for (const text of texts) tasks.push((await server.client.index(index).addDocumentsFromString(text, "application/x-ndjson", { primaryKey: "id" })).taskUid);
  for (const task of tasks) await server.finish(task);
}

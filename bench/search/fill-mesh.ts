import type { Database } from "../../db/client.ts";
import { sql } from "drizzle-orm";
import type { MeilisearchEngine } from "../../lib/search/engines/meilisearch.ts";
import { writeRows } from "../../lib/search/engines/postgres-rows.ts";
import { note } from "../shared/report.ts";
import { generateInterface, type Base } from "./generate-mesh.ts";

const interfacesPerBatch = 40;
/** The server puts together what waits. */
const batchesUnderWay = 40;
/** As many rows of the database as the lexicon is read from; the rest is not looked at while the search server answers. */
const sampledInterfaces = 160;

/** Makes a generated mesh the whole content of the index, and a sample of it that of the database's table. Returns how many documents there are. */
export async function fillMesh(db: Database, server: MeilisearchEngine, base: Base, interfaces: number): Promise<number> {
  const { client, index } = server;
  await server.finish((await client.deleteIndex(index)).taskUid);
  await server.finish((await client.createIndex(index, { primaryKey: "id" })).taskUid);
  await server.finish((await client.index(index).updateSettings(server.settings)).taskUid);
  await db.execute(sql`truncate search_documents`);
  const every = Math.max(1, Math.floor(interfaces / sampledInterfaces));
  let underWay: number[] = [];
  let documents = 0;
  for (let start = 0; start < interfaces; start += interfacesPerBatch) {
    const numbers = Array.from({ length: Math.min(interfacesPerBatch, interfaces - start) }, (_, offset) => start + offset);
    const batch = numbers.flatMap((number) => generateInterface(base, number));
    underWay.push(await server.send(index, batch));
    const sampled = numbers.filter((number) => number % every === 0);
    if (sampled.length > 0) await writeRows(db, sampled.flatMap((number) => generateInterface(base, number)));
    if (underWay.length >= batchesUnderWay) {
      for (const task of underWay) await server.finish(task);
      underWay = [];
    }
    documents += batch.length;
    if (start % 1_000 === 0) note(`mesh of ${interfaces}: ${documents} documents`);
  }
  for (const task of underWay) await server.finish(task);
  await db.execute(sql`analyze search_documents`);
  return documents;
}

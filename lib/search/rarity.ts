import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { Rarity } from "./rank.ts";

const sampledMax = 20_000;
const wordsMax = 5_000;
const keptMs = 5 * 60_000;

/**
 * How rare words are in what can be found, from a sample that is taken in the background and kept for some minutes.
 * Until the first one is there every word counts alike.
 */
export function createRarity(db: Database): Rarity & { refresh(): Promise<void> } {
  let rare: Rarity = () => 0.5;
  let takenAt = 0;
  const refresh = async () => {
    takenAt = Date.now();
    rare = await takeSample(db);
  };
  const rarity = (stem: string) => {
    if (Date.now() - takenAt > keptMs) refresh().catch(() => {});
    return rare(stem);
  };
  return Object.assign(rarity, { refresh });
}

async function takeSample(db: Database): Promise<Rarity> {
  const { rows: sizes } = await db.execute<{ size: number }>(sql`select greatest(reltuples, 0)::bigint as size from pg_class where oid = 'search_documents'::regclass`);
  const percent = Math.min(100, Math.max(0.01, (sampledMax / Math.max(1, sizes[0]?.size ?? 1)) * 100));
  // Properties would drown the rest: they are many and have few words.
  const sample = `select words from search_documents tablesample system (${percent.toFixed(2)}) where kind <> 'property' limit ${sampledMax}`;
  const { rows } = await db.execute<{ word: string; documents: number }>(sql`select word, ndoc as documents from ts_stat(${sample}) order by ndoc desc limit ${wordsMax}`);
  const [{ count } = { count: 0 }] = (await db.execute<{ count: number }>(sql.raw(`select count(*) from (${sample}) as sampled`))).rows;
  if (count < 50) return () => 0.5;
  const rarities = new Map(rows.map(({ word, documents }) => [word, Math.max(0, Math.log(count / documents) / Math.log(count))]));
  return (stem) => rarities.get(stem) ?? 1;
}

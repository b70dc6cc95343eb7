import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { emptyLexicon, makeLexicon } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";

/** Rows that the sample is drawn from, and at most so many of each sort in it: a word that is not in it counts as mistyped. */
const drawnMax = 200_000;
const sampledMax = 40_000;
const wordsMax = 200_000;
const keptMs = 5 * 60_000;
/** A catalog that was empty a moment ago is about to be filled. */
const emptyKeptMs = 10_000;
/** How long the first search of a process waits for the first sample. */
const patienceMs = 1_000;
const documentsMin = 50;

/**
 * What the catalog's own words are, from a sample that is taken in the background and kept for some minutes. Until the first
 * one is there, and in a catalog of few documents, nothing is known.
 */
export function readLexicon(db: Database): Lexicon & { refresh(): Promise<void>; /** Resolves when there was a first sample, or it takes too long. */ ready(): Promise<void> } {
  let current: Lexicon = emptyLexicon;
  let takenAt = 0;
  let first: Promise<void> | undefined;
  let isThere = false;
  const refresh = async () => {
    takenAt = Date.now();
    current = await takeSample(db);
    isThere = true;
  };
  const ready = async () => {
    if (isThere) return;
    first ??= refresh().catch(() => {
      first = undefined;
    });
    await Promise.race([first, sleep(patienceMs, undefined, { ref: false })]);
  };
  const now = () => {
    if (Date.now() - takenAt > (current === emptyLexicon ? emptyKeptMs : keptMs)) refresh().catch(() => {});
    return current;
  };
  return { rarity: (stem) => now().rarity(stem), count: (word) => now().count(word), near: (word) => now().near(word), refresh, ready };
}

async function takeSample(db: Database): Promise<Lexicon> {
  const { rows: sizes } = await db.execute<{ size: number }>(sql`select greatest(reltuples, 0)::bigint as size from pg_class where oid = 'search_documents'::regclass`);
  const percent = Math.min(100, Math.max(0.01, (drawnMax / Math.max(1, sizes[0]?.size ?? 1)) * 100)).toFixed(2);
  // The same sample for the same rows, so that processes agree. Properties would drown the rest: they are many and have few words. Their names are counted apart.
  const main = `select words from search_documents tablesample system (${percent}) repeatable (1) where kind <> 'property' limit ${sampledMax}`;
  const properties = `select words from search_documents tablesample system (${percent}) repeatable (1) where kind = 'property' limit ${sampledMax}`;
  const [{ count } = { count: 0 }] = (await db.execute<{ count: number }>(sql.raw(`select count(*) from (${main}) as sampled`))).rows;
  if (count < documentsMin) return emptyLexicon;
  return makeLexicon(count, await countsOf(db, sql`ts_stat(${main})`), await countsOf(db, sql`ts_stat(${properties}, 'a')`));
}

async function countsOf(db: Database, statistics: SQL): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ word: string; documents: number }>(sql`select word, ndoc as documents from ${statistics} order by ndoc desc limit ${wordsMax}`);
  return new Map(rows.map(({ word, documents }) => [word, documents]));
}

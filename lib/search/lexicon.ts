import { isNear, slipsBetween } from "./words-near.ts";

/** What is known of the words that can be found. */
export type Lexicon = {
  /** How rare a stem is: from 0 (in every document) to 1 (in few). Rare words tell what is meant; one of which nothing is known counts as rare. */
  rarity: (stem: string) => number;
  /** How many documents of a sample have a word or stem. */
  count: (word: string) => number;
  /** Words that a mistyped one may stand for, likeliest first; none for a word that is written often enough to be right. */
  near: (word: string) => string[];
};

/** Where nothing is known: every word counts alike, and each may be mistyped. */
export const emptyLexicon: Lexicon = { rarity: () => 0.5, count: () => 0, near: () => [] };

const nearMax = 3;
/** A word that is written this many times as often as another, much like it, is likelier meant. */
const oftenerMin = 10;
const keptMax = 5_000;

/**
 * A lexicon from a sample: `counts` says in how many of `documents` each word or stem stands, `names` in how many names
 * of fields, which tell nothing about rarity but can be typed as well.
 */
export function makeLexicon(documents: number, counts: ReadonlyMap<string, number>, names: ReadonlyMap<string, number>): Lexicon {
  const count = (word: string) => (counts.get(word) ?? 0) + (names.get(word) ?? 0);
  const byStart = new Map<string, string[]>();
  for (const word of new Set([...counts.keys(), ...names.keys()])) {
    // What holds digits is a name of its own; what is short is like too many others.
    if (word.length < 3 || word.length > 30 || /\P{L}/u.test(word)) continue;
    const start = word.slice(0, 1);
    const group = byStart.get(start);
    if (group) group.push(word);
    else byStart.set(start, [word]);
  }
  const known = new Map<string, string[]>();
  const near = (word: string) => {
    const before = known.get(word);
    if (before) return before;
    const own = count(word);
    const likely = (byStart.get(word.slice(0, 1)) ?? []).filter((other) => other !== word && isNear(word, other) && count(other) >= Math.max(1, own * oftenerMin));
    const best = likely.sort((a, b) => slipsBetween(word, a) - slipsBetween(word, b) || count(b) - count(a)).slice(0, nearMax);
    if (known.size >= keptMax) known.clear();
    known.set(word, best);
    return best;
  };
  return {
    rarity: (stem) => (counts.has(stem) ? Math.max(0, Math.log(documents / (counts.get(stem) ?? 1)) / Math.log(documents)) : 1),
    count,
    near,
  };
}

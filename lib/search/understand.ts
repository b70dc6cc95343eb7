import type { Lexicon } from "./lexicon.ts";
import type { ParsedQuery, Term } from "./query.ts";
import { related } from "./thesaurus.ts";
import { intentsOfVerb, isQuestion } from "./verbs.ts";
import type { Intent } from "./verbs.ts";
import { synonyms } from "./vocabulary.ts";
import { joinWords, splitWords, stem } from "./words.ts";

/** What may stand in a document where a word was typed: stems that all have to be there, and how well they agree with it. */
export type Meaning = { stems: string[]; quality: number };
export type UnderstoodTerm = Term & {
  /** How much it tells, from about 0.15 to 1.15. */
  weight: number;
  /** Best first. */
  meanings: Meaning[];
  /** The stem of its likeliest reading: of the word it is mistyped for, where it is mistyped. */
  best: string;
  /** What is wanted, where it is a verb. */
  intents: readonly Intent[];
  /** It stands nowhere, and nothing like it. */
  isUnknown: boolean;
};
export type UnderstoodQuery = Omit<ParsedQuery, "terms"> & {
  terms: UnderstoodTerm[];
  /** Two words that were typed apart and are written as one: `on call` for `oncalls`. */
  joined: { stem: string; weight: number }[];
  intents: ReadonlySet<Intent>;
  /** The text with mistyped words put right, or null where there is nothing to put right. */
  corrected: string | null;
  /** What was put right, by the word as typed. */
  corrections: ReadonlyMap<string, string>;
  /** Identities of the corrected text. */
  correctedExact: string[];
  isQuestion: boolean;
  words: string[];
};

const quality = { same: 1, means: 0.8, related: 0.6, split: 0.9, near: 0.85 };
const weightMin = 0.15;
const joinedWeight = 0.4;
const partMin = 3;
const commonMin = 6;

/** A query with what its words may mean in this catalog. */
export function understand(query: ParsedQuery, lexicon: Lexicon): UnderstoodQuery {
  const words = splitWords(query.text);
  const near = new Map(query.terms.map(({ word, stem: own, open }) => [word, isWrong(word, own, open, lexicon) ? lexicon.near(word) : []]));
  const corrections = new Map([...near].flatMap(([word, [best]]) => (best && !best.startsWith(word) && !isDerived(word, best, lexicon) ? [[word, best] as const] : [])));
  const corrected = corrections.size === 0 || query.path ? null : correctWords(query.text, corrections);
  const phrases = phrasesOf(words);
  const terms = query.terms.map((term): UnderstoodTerm => {
    const likely = near.get(term.word) ?? [];
    const whole = phrases.filter(({ own }) => own.includes(term.stem)).flatMap(({ others }) => others);
    const meanings = [...meaningsOf(term.word, 1, lexicon), ...whole.map((stems) => ({ stems, quality: quality.means })), ...likely.flatMap((word) => meaningsOf(word, quality.near, lexicon))];
    const best = likely[0] ? stem(likely[0]) : term.stem;
    return { ...term, best, weight: weightMin + lexicon.rarity(best), meanings, intents: intentsOfVerb(best), isUnknown: likely.length === 0 && lexicon.count(term.stem) + lexicon.count(term.word) === 0 };
  });
  // Who begins with a verb means that: a booking in "cancel a booking" is a thing.
  const leading = terms[0]?.intents ?? [];
  const question = isQuestion(words);
  return {
    ...query,
    terms,
    joined: [...joinedOf(words, lexicon), ...phrases.flatMap(({ others }) => others.flatMap(([only = "", ...more]) => (more.length === 0 && lexicon.count(only) > 0 ? [weighed(only, lexicon)] : [])))],
    intents: new Set<Intent>([...(leading.length > 0 ? leading : terms.flatMap(({ intents }) => intents)), ...(question ? (["read"] as const) : [])]),
    corrected,
    corrections,
    correctedExact: corrected ? [...new Set([corrected.toLowerCase(), joinWords(corrected)])] : [],
    isQuestion: question,
    words,
  };
}

/** A word of four letters and more that stands nowhere, or is rare beside one much like it; not while it is being typed. */
function isWrong(word: string, stemmed: string, open: boolean, lexicon: Lexicon): boolean {
  if (word.length < 4 || /\p{N}/u.test(word)) return false;
  // Plain English is right, though this catalog says it in other words.
  if (related.has(stemmed) || synonyms.has(stemmed)) return false;
  const count = Math.max(lexicon.count(word), lexicon.count(stemmed));
  return count === 0 || (!open && count <= commonMin);
}

/** `drives` beside `driver`: another form of a word that stands here, which is no slip to be put right. */
function isDerived(word: string, best: string, { count }: Lexicon): boolean {
  const own = stem(word);
  return count(own) > 0 && best.startsWith(own);
}

function meaningsOf(word: string, factor: number, lexicon: Lexicon): Meaning[] {
  const own = stem(word);
  const parts = splitCompound(word, lexicon);
  return [
    { stems: [own], quality: quality.same * factor },
    ...(parts ? [{ stems: parts.map(stem), quality: quality.split * factor }] : []),
    ...(synonyms.get(own) ?? []).map((other) => ({ stems: other.split(" "), quality: quality.means * factor })),
    ...(related.get(own) ?? []).map((other) => ({ stems: [other], quality: quality.related * factor })),
  ];
}

/** `streetlight` as street and light, where both are words of this catalog. */
function splitCompound(word: string, { count }: Lexicon): string[] | null {
  let best: string[] | null = null;
  let bestCount = 0;
  for (let at = partMin; at <= word.length - partMin; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    const least = Math.min(...parts.map((part) => Math.max(count(part), count(stem(part)))));
    if (least > bestCount) [best, bestCount] = [parts, least];
  }
  // A word of its own right is not two by chance.
  return bestCount > count(word) && bestCount > commonMin ? best : null;
}

function joinedOf(words: string[], lexicon: Lexicon): UnderstoodQuery["joined"] {
  return words.slice(0, -1).flatMap((word, index) => {
    const whole = word + (words[index + 1] ?? "");
    if (whole.length < 5) return [];
    const written = [stem(whole), whole, `${whole}s`].find((form) => lexicon.count(form) > 0);
    return written === undefined ? [] : [weighed(written, lexicon)];
  });
}

function weighed(stem: string, lexicon: Lexicon) {
  return { stem, weight: joinedWeight * (weightMin + lexicon.rarity(stem)) };
}

const phraseKeys = [...synonyms.keys()].filter((key) => key.includes(" ")).map((key) => ({ own: key.split(" "), others: (synonyms.get(key) ?? []).map((other) => other.split(" ")) }));

/** Several words that mean something together, where they stand side by side: `log in`, `pull request`. */
function phrasesOf(words: string[]) {
  const text = ` ${words.map(stem).join(" ")} `;
  return phraseKeys.filter(({ own }) => text.includes(` ${own.join(" ")} `));
}

/** A text with words put right; everything else, filters and quotation marks too, as it was. */
export function correctWords(text: string, corrections: ReadonlyMap<string, string>): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => corrections.get(word.toLowerCase()) ?? word);
}

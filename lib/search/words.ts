import { stemmer } from "stemmer";

const wordBreak = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const notWord = /[^\p{L}\p{N}]+/u;
const capitalsWithin = /[\p{L}\p{N}]*[\p{Ll}\p{N}]\p{Lu}[\p{L}\p{N}]*/gu;
const marks = /\p{M}+/gu;

/**
 * The words of any text or identifier, in lower case and without accents: `createCheckoutSession` gives create, checkout,
 * session; `/v1/line_items/{id}` gives v1, line, items, id.
 */
export function splitWords(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(marks, "")
    .replace(wordBreak, " ")
    .toLowerCase()
    .split(notWord)
    .filter((word) => word !== "");
}

const stems = new Map<string, string>();
const stemsMax = 50_000;

/** The stem of a word as `splitWords` gives it (Porter): refunds, refunded and refunding are all `refund`. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= stemsMax) stems.clear();
  // Short words and words with digits are names (`ids` aside); a rule made for English would only damage them.
  const made = word.length <= 3 ? (word === "ids" ? "id" : word) : /\p{N}/u.test(word) ? word : stemmer(word);
  stems.set(word, made);
  return made;
}

/** Stems of texts, each once, in order of appearance; a name written in one with capitals (`GitHub`) is also kept whole. */
export function stemsOf(...texts: (string | null | undefined)[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    for (const word of splitWords(text)) found.add(stem(word));
    for (const [whole] of text.matchAll(capitalsWithin)) if (whole.length <= 24) found.add(stem(whole.toLowerCase()));
  }
  return [...found];
}

/** An identifier as one lower-case word: `line_items`, `lineItems` and `Line-Items` are all `lineitems`. */
export function joinWords(text: string): string {
  return splitWords(text).join("");
}

/** A path or operation key with parameter names erased, in lower case: `GET /users/{id}` and `get /Users/{userId}/` are `get /users/{}`. */
export function eraseParameters(text: string): string {
  const erased = text.toLowerCase().replace(/\{[^{}]*\}|(?<=\/):[\w-]+/g, "{}");
  return erased.replace(/(?<=[^\s/])\/+$/, "");
}

/** Text shortened at a word, markup characters of Markdown and HTML taken out. */
export function shorten(text: string | null | undefined, charactersMax: number): string | null {
  if (!text) return null;
  const plain = text
    .slice(0, charactersMax * 3)
    .replace(/<[^<>]*>/g, " ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*`#>|]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (plain === "") return null;
  if (plain.length <= charactersMax) return plain;
  const cut = plain.lastIndexOf(" ", charactersMax);
  return `${plain.slice(0, cut > charactersMax / 2 ? cut : charactersMax)}…`;
}

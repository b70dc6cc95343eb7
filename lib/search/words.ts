import { stemmer } from "stemmer";

const wordBreak = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const isPlain = /^[\x00-\x7f]*$/;
const plainBreak = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g;
const plainWord = /[a-z0-9]+/g;
const notWord = /[^\p{L}\p{N}]+/u;
const hasCapitalWithin = /[\p{Ll}\p{N}]\p{Lu}/u;
const capitalsWithin = /[\p{L}\p{N}]*[\p{Ll}\p{N}]\p{Lu}[\p{L}\p{N}]*/gu;
const marks = /\p{M}+/gu;

/**
 * The words of any text or identifier, in lower case and without accents: `createCheckoutSession` gives create, checkout,
 * session; `/v1/line_items/{id}` gives v1, line, items, id.
 */
export function splitWords(text: string): string[] {
  // Most texts are plain, and less work without Unicode's classes.
  if (isPlain.test(text)) return text.replace(plainBreak, " ").toLowerCase().match(plainWord) ?? [];
  return text
    .normalize("NFKD")
    .replace(marks, "")
    .replace(wordBreak, " ")
    .toLowerCase()
    .split(notWord)
    .filter((word) => word !== "");
}

/** The stem of a word as `splitWords` gives it (Porter): refunds, refunded and refunding are all `refund`. */
export const stem = remember((word) => {
  // Short words and words with digits are names (`ids` aside); a rule made for English would only damage them.
  if (word.length <= 3) return word === "ids" ? "id" : word;
  return /\p{N}/u.test(word) ? word : stemmer(word);
});

/** Stems of texts, each once, in order of appearance; a name written in one with capitals (`GitHub`) is also kept whole. */
export function stemsOf(...texts: (string | null | undefined)[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    if (text) for (const made of text.length <= 80 ? stemsOfShort(text) : stemsOfText(text)) found.add(made);
  }
  return [...found];
}

function stemsOfText(text: string): string[] {
  const names = hasCapitalWithin.test(text) ? (text.match(capitalsWithin) ?? []) : [];
  return [...splitWords(text).map(stem), ...names.filter((name) => name.length <= 24).map((name) => stem(name.toLowerCase()))];
}

/** Titles, tags and names of parameters come again with every operation. */
const stemsOfShort = remember(stemsOfText);

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

/** The same function, which keeps some thousands of its answers. */
function remember<Answer>(make: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= 20_000) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

import { identityOf } from "./identity-of.ts";
import { searchKinds } from "./search-document.ts";
import type { SearchDocument, SearchKind } from "./search-document.ts";
import type { UnderstoodQuery, UnderstoodTerm } from "./understand.ts";
import { intentsOfMethod } from "./verbs.ts";
import { splitWords, stem } from "./words.ts";
import { isNear } from "./words-near.ts";

/** How much a word counts by where it stands: in names, in the context, in the description, among fields; in what the interface says of itself. */
const fieldWeights = { stemsName: 1, stemsContext: 0.5, stemsText: 0.45, stemsFields: 0.2 } as const;
const aboutWeight = 0.4;
type Field = keyof typeof fieldWeights;
const fields = Object.keys(fieldWeights) as Field[];
/** How well a word agrees that is only begun, that its method carries out, or that is like it and of which nothing is known. */
const begun = 0.85;
const carriedOut = 0.7;
const alike = 0.7;
/** How much a short name counts that the query covers well, and names in which words follow each other as they were typed. */
const precisionWeight = 0.2;
const adjacentWeight = 0.08;
/** What is likelier meant when words alone do not decide. */
const kindWeights: Record<SearchKind, number> = { interface: 0.1, service: 0.08, team: 0.05, domain: 0.05, operation: 0.06, channel: 0.06, message: 0.05, property: 0 };
/** Several words describe an action rather than a field, and three an operation rather than where it is or what it sends. */
const describedProperty = 0.4;
const describedWhole = 0.15;
const describedEvent = 0.05;
const intentWeight = 0.2;
const deprecated = 0.05;
/** Who only receives an event uses it; who sends it offers it. */
const receives = 0.04;
const receivesNamed = 0.16;
/** Of the operations of a path that is asked for without a method, the one that reads it. */
const pathRead = 0.12;
/** A sentence that says nearly what a title says, stop words too; and one plain word that few interfaces are called by. */
const saidMin = 0.6;
const saidLess = 0.4;
const calledWeight = 0.9;
const calledMax = 3;
/** More than which word stands where: it is meant where little else fits, or where it is named. */
const secondary = 0.3;

/** What an embedder found counts about as much as half of the words. */
const likenessWeight = 0.4;

type Scorer = (document: SearchDocument) => number;

/**
 * Orders what an engine found; both engines' answers go through it, so that they agree. A document's score is how much of
 * the query it covers (rare words count more, names more than descriptions, several places more than one), how much of its
 * name the query covers, whether its method does what is wanted, and whether the query is its identity or path; and, where there is an
 * embedder, how near in meaning it is.
 */
export function rank(query: UnderstoodQuery, documents: SearchDocument[], likeness?: ReadonlyMap<string, number>): SearchDocument[] {
  if (query.terms.length === 0) return inOrder(documents);
  const score = scorerOf(query, documents);
  const scored = documents.map((document, index) => ({ document, score: score(document) + likenessWeight * (likeness?.get(document.id) ?? 0), index }));
  scored.sort((a, b) => b.score - a.score || a.index - b.index);
  return scored.map(({ document }) => document);
}

/** Where no words were typed: kinds in their order, each by name; tools beside the catalog's subject last. */
function inOrder(documents: SearchDocument[]): SearchDocument[] {
  const places = documents.map((document) => ({ document, kind: searchKinds.indexOf(document.kind), name: document.name.toLowerCase() }));
  places.sort((a, b) => Number(a.document.secondary) - Number(b.document.secondary) || a.kind - b.kind || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.document.id < b.document.id ? -1 : 1));
  return places.map(({ document }) => document);
}

function scorerOf(query: UnderstoodQuery, documents: SearchDocument[]): Scorer {
  const wanted = new Set(query.terms.flatMap(({ meanings }) => meanings.flatMap(({ stems }) => stems)));
  for (const { stem } of query.joined) wanted.add(stem);
  const open = query.terms.find(({ open, word }) => open && word.length > 1)?.word ?? null;
  const look = (text: string) => presentIn(text, wanted, open);
  const total = query.terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const isDescribed = /\s/.test(query.text);
  // Plain words are what one is after, not the name of an operation of the tool that one asks.
  const isNamed = query.path !== null || (!isDescribed && /[\p{Lu}\d_.:-]/u.test(query.text));
  const isLong = query.words.length >= 3;
  const sentence = query.words.length >= 3 && !query.path ? new Set(query.words.map(stem)) : null;
  const plainWord = query.terms.length === 1 && !isDescribed && !isNamed ? (query.terms[0]?.best ?? null) : null;
  const called = plainWord === null ? new Map<string, number>() : calledBy(plainWord, documents);
  // An operation need not say again what its interface is about.
  const abouts = new Map<number, Present>();
  for (const { kind, interfaceId, stemsName, stemsText, stemsContext, stemsFields } of documents) {
    if (kind === "interface" && interfaceId !== null) abouts.set(interfaceId, look(`${stemsName} ${stemsText} ${stemsContext} ${stemsFields}`));
  }

  return (document) => {
    const { kind, key, interfaceId } = document;
    const present = Object.fromEntries(fields.map((field) => [field, look(document[field])])) as Record<Field, Present>;
    const written = look(document.words);
    const about = kind === "interface" || interfaceId === null ? undefined : abouts.get(interfaceId);
    const own = kind === "operation" ? intentsOfMethod(key.slice(0, key.indexOf(" "))) : [];
    const named = new Set<string>();
    let covered = 0;
    let adjacent = 0;
    let last: { at: number; weight: number } | null = null;
    for (const term of query.terms) {
      let missing = 1;
      let at = -1;
      for (const field of fields) {
        const agreed = agreement(term, present[field], field === "stemsName" ? written : null);
        if (!agreed) continue;
        if (field === "stemsName") {
          named.add(agreed.word);
          at = present.stemsName.at.get(agreed.word) ?? -1;
        }
        missing *= 1 - fieldWeights[field] * agreed.quality * 0.999;
      }
      if (missing === 1 && about) missing = 1 - aboutWeight * (agreement(term, about, null)?.quality ?? 0);
      if (own.some((intent) => term.intents.includes(intent))) missing = Math.min(missing, 1 - carriedOut);
      if (last && at >= 0 && at - last.at === 1) adjacent += adjacentWeight * Math.min(last.weight, term.weight);
      last = at < 0 ? null : { at, weight: term.weight };
      covered += term.weight * (1 - missing);
    }
    for (const { stem, weight } of query.joined) if (present.stemsName.at.has(stem) || written.at.has(stem)) adjacent += weight / total;
    const coverage = covered / total;
    const identity = document.secondary && !isNamed ? 0 : identityOf(query, document);
    let score = coverage * (1 + precisionWeight * (named.size / present.stemsName.size) + kindWeights[kind]) + adjacent + identity;
    // A line on its way out is not what to do something by: current versions come before old ones.
    const isLeaving = document.lifecycle === "deprecated";
    if (!isLeaving && own.some((intent) => query.intents.has(intent))) score += intentWeight * coverage;
    if (isDescribed && kind === "property") score -= describedProperty;
    if (isLong && kind === "interface") score -= describedWhole;
    if (isLong && query.intents.size > 0 && (kind === "channel" || kind === "message")) score -= describedEvent;
    if (isLeaving || document.deprecated) score -= deprecated;
    if (document.role === "uses") score -= identity > 0 ? receivesNamed : receives;
    if (query.path && query.path.method === null && key.startsWith("GET ")) score += pathRead;
    if (sentence) score += saidBy(sentence, document.title);
    score += calledWeight * (called.get(document.id) ?? 0);
    if (document.secondary) score -= secondary;
    return score;
  };
}

/** How much of a title a sentence is, and of the sentence the title, beyond what any title on the subject would be. */
function saidBy(sentence: ReadonlySet<string>, title: string): number {
  const words = new Set(splitWords(title).map(stem));
  const shared = [...sentence].filter((word) => words.has(word)).length;
  const likeness = (2 * shared) / (sentence.size + words.size);
  return likeness >= saidMin ? likeness - saidLess : 0;
}

/** Interfaces with a word in their title, unless that is what many are called: more than 1 for a title that says little else. */
function calledBy(word: string, documents: SearchDocument[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { id, kind, name, secondary } of documents) {
    if (kind !== "interface" || secondary) continue;
    const words = splitWords(name).map(stem);
    if (words.includes(word)) found.set(id, 1 + 0.2 / words.length);
  }
  return found.size > calledMax ? new Map() : found;
}

/** Which of the wanted words stand in a text, at which place, and the first that the last typed word begins. */
type Present = { at: Map<string, number>; size: number; begun: string | null; words: string[] };

function presentIn(text: string, wanted: ReadonlySet<string>, open: string | null): Present {
  const words = text.split(" ");
  const at = new Map<string, number>();
  let begun: string | null = null;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (wanted.has(word)) at.set(word, index);
    if (open !== null && begun === null && word.startsWith(open)) begun = word;
  }
  return { at, size: words.length || 1, begun, words };
}

function agreement(term: UnderstoodTerm, present: Present, written: Present | null): { quality: number; word: string } | null {
  const { meanings } = term;
  let best: { quality: number; word: string } | null = null;
  const isBegun = term.open && (present.begun ?? written?.begun ?? null);
  if (isBegun) best = { quality: begun, word: isBegun };
  for (const { stems, quality } of meanings) {
    if (best && quality <= best.quality) continue;
    const first = stems[0] ?? "";
    if (present.at.has(first) && (stems.length === 1 || stems.every((stem) => present.at.has(stem)))) best = { quality, word: first };
  }
  if (best || !term.isUnknown) return best;
  const near = present.words.find((word) => isNear(term.stem, word)) ?? written?.words.find((word) => isNear(term.word, word));
  return near ? { quality: alike, word: near } : null;
}

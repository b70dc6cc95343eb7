import type { ParsedQuery, Term } from "./query.ts";
import type { SearchDocument, SearchKind } from "./search-document.ts";
import { synonyms } from "./vocabulary.ts";
import { isNear } from "./words-near.ts";

/**
 * How rare words are: from 0 (in every document) to 1 (in few). Rare words tell what is meant; a word of which nothing is
 * known counts as rare.
 */
export type Rarity = (stem: string) => number;

/** Where a word stands, and how much that counts. */
const fieldWeights = { stemsName: 1, stemsContext: 0.55, stemsText: 0.45, stemsFields: 0.35 } as const;
/** How much a short name counts that the query covers well; what a property loses where several words were typed, which describe an action. */
const precisionWeight = 0.3;
const describedPropertyPenalty = 0.3;
/** How well a word agrees. */
const quality = { same: 1, begins: 0.85, means: 0.8, near: 0.7 };
/** What is likelier meant when words alone do not decide. */
const kindWeights: Record<SearchKind, number> = { interface: 0.1, service: 0.08, team: 0.05, domain: 0.05, operation: 0.06, channel: 0.06, message: 0.05, property: 0 };
const identityWeights: Record<SearchKind, number> = { interface: 1, service: 1, team: 0.9, domain: 0.9, operation: 0.95, channel: 0.9, message: 0.8, property: 0.7 };

/**
 * Orders what an engine found; both engines' answers go through it, so that they agree. A document's score is how much of
 * the query it covers (rare words count more, names more than descriptions), how much of its name the query covers, and
 * whether the query is its identity or path.
 */
export function rank(query: ParsedQuery, documents: SearchDocument[], rarity: Rarity): SearchDocument[] {
  if (query.terms.length === 0) return documents;
  const scored = documents.map((document, index) => ({ document, score: scoreOf(query, document, rarity), index }));
  scored.sort((a, b) => b.score - a.score || a.index - b.index);
  return scored.map(({ document }) => document);
}

export function scoreOf(query: ParsedQuery, document: SearchDocument, rarity: Rarity): number {
  const name = new Set(document.stemsName.split(" "));
  const written = document.words.split(" ");
  let wanted = 0;
  let covered = 0;
  const named = new Set<string>();
  for (const term of query.terms) {
    const weight = 0.15 + rarity(term.stem);
    wanted += weight;
    let best = 0;
    for (const [field, fieldWeight] of Object.entries(fieldWeights) as [keyof typeof fieldWeights, number][]) {
      if (fieldWeight <= best) continue;
      const agreed = agreement(term, field === "stemsName" ? [...name] : document[field].split(" "), field === "stemsName" ? written : []);
      if (!agreed) continue;
      if (field === "stemsName") named.add(agreed.word);
      best = Math.max(best, fieldWeight * agreed.quality);
    }
    covered += weight * best;
  }
  const coverage = covered / (wanted || 1);
  const precision = named.size / (name.size || 1);
  const isDescribed = /\s/.test(query.text);
  return coverage + precisionWeight * precision * coverage + identity(query, document) + kindWeights[document.kind] * coverage - (document.deprecated ? 0.05 : 0) - (isDescribed && document.kind === "property" ? describedPropertyPenalty : 0);
}

function agreement(term: Term, stems: string[], written: string[]): { quality: number; word: string } | null {
  if (stems.includes(term.stem)) return { quality: quality.same, word: term.stem };
  const begun = term.open && term.word.length > 1 ? [...stems, ...written].find((word) => word.startsWith(term.word)) : undefined;
  if (begun) return { quality: quality.begins, word: begun };
  const meant = synonyms.get(term.stem)?.find((other) => other.split(" ").every((word) => stems.includes(word)));
  if (meant) return { quality: quality.means, word: meant };
  const near = stems.find((word) => isNear(term.stem, word)) ?? written.find((word) => isNear(term.word, word));
  return near ? { quality: quality.near, word: near } : null;
}

/** The query is the whole of it: an identifier, a name, a path. */
function identity(query: ParsedQuery, document: SearchDocument): number {
  const weight = identityWeights[document.kind];
  if (!query.path) return query.exact.some((exact) => document.exact.includes(exact)) ? weight : 0;
  const { method, path } = query.path;
  const methodAgrees = method === null || document.key.toUpperCase().startsWith(`${method} `);
  const own = document.exact.map((exact) => exact.replace(/^[a-z]+ (?=\/)/, ""));
  if (own.includes(path)) return weight * (methodAgrees ? 1 : 0.7);
  const bare = path.replace(/^\/+/, "");
  if (own.some((exact) => exact.endsWith(`/${bare}`))) return weight * (methodAgrees ? 0.6 : 0.4);
  if (own.some((exact) => exact.includes(`/${bare}/`) || exact.startsWith(`${path}/`))) return weight * (methodAgrees ? 0.3 : 0.2);
  return 0;
}

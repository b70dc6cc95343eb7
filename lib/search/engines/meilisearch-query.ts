import type { FederatedMultiSearchParams, MultiSearchParams, MultiSearchQuery } from "meilisearch";
import type { EngineAnswer, EngineRequest } from "../engine.ts";
import type { FacetCounts, FacetName, Filters } from "../facets.ts";
import { quotedTerms } from "../quoted-terms.ts";
import { searchKinds } from "../search-document.ts";
import type { UnderstoodTerm } from "../understand.ts";
import { stem } from "../words.ts";
import { embedderName } from "./embedder.ts";
import { fieldStemAttributes, fromStored, stemAttributes } from "./meilisearch-document.ts";
import type { StoredDocument } from "./meilisearch-document.ts";
import { writtenAttributes } from "./meilisearch-settings.ts";

export type FederatedAnswer = {
  hits: (StoredDocument & { _federation?: unknown })[];
  estimatedTotalHits?: number;
  facetDistribution?: Record<string, Record<string, number>>;
};

/** How many documents of each loose question are looked at; the best of the strict ones come on top. */
const looseMax = 40;
const interfacesMax = 20;
const leftOutMax = 2;
const askedMax = 5;
const alikeMax = 30;
/** Where nothing was typed: what comes first, and what of it is wanted. */
const kindsFirst = searchKinds;
const shownAttributes = ["id", "kind", "key", "name", "title", "description", "context", "format", "owner", "domain", "lifecycle", "tags", "specVersion", "deprecated", "role", "secondary", "audience", "interfaceId", "lineId", "versionId", "interface", "interfaceTitle", "line", "version", "source", "ref", "distinctKey", "stamp"];

/** What is asked of the server at once: what is wanted strictly, of several words loosely as well, and both together to be counted. */
export type Bodies = { strict: FederatedMultiSearchParams; loose: MultiSearchParams | null; counts: FederatedMultiSearchParams | null };

/** Whoever asks loosely has the server count what is found in either way: a filter then takes away from it, and never adds to it. */
export function requestBodies(indexUid: string, request: EngineRequest): Bodies {
  const strict = strictQueries(indexUid, request);
  const { wider, within } = looseQueries(indexUid, request);
  const all = [...strict, ...wider.map(behind)];
  if (wider.length === 0 || request.isDeep) return { strict: federated(indexUid, request, all), loose: null, counts: null };
  return { strict: federated(indexUid, { ...request, facets: [] }, strict), loose: { queries: [...wider, ...within] }, counts: federated(indexUid, { ...request, limit: 0 }, all) };
}

type Query = FederatedMultiSearchParams["queries"][number];

function federated(indexUid: string, { limit, facets }: EngineRequest, queries: Query[]): FederatedMultiSearchParams {
  const counted = facets.length > 0 ? { facetsByIndex: { [indexUid]: facets }, mergeFacets: { maxValuesPerFacet: 100 } } : {};
  return { federation: { limit, ...counted }, queries } as FederatedMultiSearchParams;
}

/** A loose question among others: found, and after all that is found strictly. */
function behind({ limit: _limit, ...query }: MultiSearchQuery): Query {
  return { ...query, federationOptions: { weight: 0.01 } } as Query;
}

/**
 * Up to three questions, merged by the server: the words as they are written (prefixes and typos), their stems (other forms
 * of a word), and things of exactly this identity. Of a text in quotation marks every word is wanted.
 */
function strictQueries(indexUid: string, request: EngineRequest): Query[] {
  const { query } = request;
  const filter = filterOf(request);
  const but = excludedWords(request);
  if (query.terms.length === 0) return kindsFirst.map((kind, index) => ({ indexUid, q: but, filter: [...filter, `kind = ${kind}`], federationOptions: { weight: 1 - index / 10 }, ...(but === "" ? { attributesToRetrieve: shownAttributes } : {}) }));
  const quoted = quotedTerms(query);
  const words = (quoted ?? telling(query.terms)).map(({ word }) => word).join(" ");
  const stems = quoted ? quoted.map(({ stem }) => stem).join(" ") : stemsOf(telling(query.terms));
  const matchingStrategy = quoted ? "all" : "frequency";
  const queries: Query[] = [
    { indexUid, q: `${words} ${but}`, filter, matchingStrategy, attributesToSearchOn: writtenAttributes },
    { indexUid, q: `${stems} ${but}`, filter, matchingStrategy, attributesToSearchOn: [...stemAttributes, ...fieldStemAttributes] },
  ];
  // Its score is 1, above any other: what is named in full comes first, however many others there are.
  const identities = [...query.exact, ...query.correctedExact];
  if (identities.length > 0) queries.push({ indexUid, q: but, filter: [...filter, `exact IN ${list(identities)}`], federationOptions: { weight: 1.5 } });
  return queries;
}

/** Questions that find more than is wanted strictly, and those whose answers are among it, if not at the top. */
type Loose = { wider: MultiSearchQuery[]; within: MultiSearchQuery[] };

/**
 * Parts of a longer query. The server requires the rarest word of a question, but people describe things in other words than
 * documents do: so the rarest words are left out one after the other; and what is no field, and the interfaces that are about it.
 */
function looseQueries(indexUid: string, request: EngineRequest): Loose {
  const { query } = request;
  const alike = query.like.size > 0 ? [identityQuery(indexUid, request)] : [];
  const terms = telling(query.terms);
  if (terms.length < 2 || query.path?.method || query.phrases.length > 0) return { wider: alike, within: [] };
  const rarestFirst = terms.toSorted((a, b) => b.weight - a.weight);
  const parts = rarestFirst.slice(1, leftOutMax + 1).map((_, left) => stemsOf(rarestFirst.slice(left + 1)));
  const filter = filterOf(request);
  const ask = (stems: string, kinds: string, limit: number): MultiSearchQuery => ({ indexUid, q: `${stems} ${excludedWords(request)}`, filter: [...filter, kinds], limit, matchingStrategy: "frequency", attributesToSearchOn: [...stemAttributes] });
  // Several words describe no field.
  const ofParts = [...parts, ...query.joined.map(({ stem }) => stem)].map((stems) => ask(stems, "kind != property", looseMax));
  return { wider: [...alike, ...ofParts], within: [ask(stemsOf(terms), "kind != property", looseMax), ask(stemsOf(terms), "kind = interface", interfacesMax)] };
}

/**
 * The words that a server is asked for, each once, in the order in which they were typed. Of many the rarest: where a common word stands is
 * the longest list to read, and says least. What comes back is ranked by all of them.
 */
function telling(terms: UnderstoodTerm[]): UnderstoodTerm[] {
  const distinct = [...new Map(terms.map((term) => [term.best, term])).values()];
  const rarest = new Set(distinct.toSorted((a, b) => b.weight - a.weight).slice(0, askedMax));
  return distinct.filter((term) => rarest.has(term));
}

/** The words in the form in which they are likeliest found. */
function stemsOf(terms: UnderstoodTerm[]): string {
  return terms.map(({ best }) => best).join(" ");
}

/** What means the same in other words, by the embedder; fields are not among it. */
export function meaningQuery(indexUid: string, request: EngineRequest): MultiSearchQuery {
  return { indexUid, q: request.query.corrected ?? request.query.text, filter: [...filterOf(request), "kind != property"], limit: alikeMax, hybrid: { embedder: embedderName, semanticRatio: 1 } };
}

/** Counts of one facet as if it were not narrowed by: what else could be chosen. */
export function countQuery(indexUid: string, request: EngineRequest, facet: FacetName): FederatedMultiSearchParams {
  const { [facet]: _own, ...filters } = request.filters;
  const asked = { ...request, filters, limit: 0 };
  return federated(indexUid, { ...asked, facets: [facet, ...(facet === "kind" ? [] : (["kind"] as const))] }, [...strictQueries(indexUid, asked), ...looseQueries(indexUid, asked).wider.map(behind)]);
}

/** What a path with values in it may be, asked for alone: a value that happens to be a common word would push it out of the merged answer. */
function identityQuery(indexUid: string, request: EngineRequest): MultiSearchQuery {
  return { indexUid, q: excludedWords(request), filter: [...filterOf(request), `exact IN ${list([...request.query.like.keys()])}`], limit: looseMax };
}

/** In the server's language: a word after a minus sign is in none of what is found. */
function excludedWords({ query }: EngineRequest): string {
  return [...new Set(query.withoutWords.flatMap((word) => [word, stem(word)]))].map((word) => `-${word}`).join(" ");
}

/** What the server answered, in the engine's shape. */
export function readAnswer(answer: FederatedAnswer, facets: FacetName[]): EngineAnswer {
  const counts: FacetCounts = {};
  for (const name of facets) counts[name] = { ...answer.facetDistribution?.[name] };
  // The server counts no empty values: those without an owner or a domain are the rest.
  const all = Object.values(counts.kind ?? {}).reduce((sum, count) => sum + count, 0);
  for (const name of ["owner", "domain"] as const) {
    const rest = all - Object.values(counts[name] ?? {}).reduce((sum, count) => sum + count, 0);
    if (counts[name] && rest > 0) counts[name][""] = rest;
  }
  return { hits: answer.hits.map(fromStored), total: answer.estimatedTotalHits ?? answer.hits.length, facets: counts };
}

function filterOf({ audience, filters, query, withheld }: EngineRequest): string[] {
  const conditions = [
    ...(withheld.interfaceIds.length > 0 ? [`interfaceId NOT IN [${withheld.interfaceIds.join(", ")}]`] : []),
    ...(withheld.documentIds.length > 0 ? [`id NOT IN ${list(withheld.documentIds)}`] : []),
    ...conditionsOf(filters),
    ...query.without.map((excluded) => `NOT (${conditionsOf(excluded).join(" AND ")})`),
  ];
  return audience === null ? conditions : [`audience IN ${list(audience)}`, ...conditions];
}

function conditionsOf(filters: Filters): string[] {
  // No value at all (unowned) is the empty text, which the server's filters have a word of its own for.
  return Object.entries(filters).map(([name, values]) => `(${name} IN ${list(values)}${values.includes("") ? ` OR ${name} IS EMPTY` : ""})`);
}

/** Values are quoted as the server's filter language wants it: no value can end its text. */
function list(values: string[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;
}

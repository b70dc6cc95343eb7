import type { FederatedMultiSearchParams } from "meilisearch";
import type { EngineAnswer, EngineRequest } from "../engine.ts";
import type { FacetCounts } from "../facets.ts";
import type { ParsedQuery, Term } from "../query.ts";
import type { SearchDocument } from "../search-document.ts";
import { stemAttributes, writtenAttributes } from "./meilisearch-settings.ts";

export type FederatedAnswer = {
  hits: (SearchDocument & { _federation?: unknown })[];
  estimatedTotalHits?: number;
  facetDistribution?: Record<string, Record<string, number>>;
};

/**
 * One request with up to three questions, merged by the server: the words as they are written (prefixes and typos), their
 * stems (other forms of a word), and things of exactly this identity.
 */
export function strictQuery(indexUid: string, request: EngineRequest): FederatedMultiSearchParams {
  const { query, limit, facets } = request;
  const filter = filterOf(request);
  const queries: FederatedMultiSearchParams["queries"] = [];
  if (query.terms.length === 0) queries.push({ indexUid, q: "", filter });
  else {
    const written = query.terms.map(({ word }) => word).join(" ");
    queries.push({ indexUid, q: written, filter, matchingStrategy: "frequency", attributesToSearchOn: writtenAttributes });
    queries.push(stemQuery(indexUid, filter, query.terms));
    // Its score is 1, above any other: what is named in full comes first, however many others there are.
    if (query.exact.length > 0) queries.push({ indexUid, q: "", filter: [...filter, `exact IN ${list(query.exact)}`], federationOptions: { weight: 1.5 } });
  }
  const counted = facets.length > 0 ? { facetsByIndex: { [indexUid]: facets }, mergeFacets: { maxValuesPerFacet: 100 } } : {};
  return { federation: { limit, ...counted }, queries } as FederatedMultiSearchParams;
}

/**
 * Parts of a longer query, for when little has all of it. The server requires the rarest word of a question, but people
 * describe things in other words than documents do: so each of the rarest words is left out once, and asked for alone.
 */
export function relaxedQuery(indexUid: string, request: EngineRequest): FederatedMultiSearchParams {
  const { query, rarity, limit } = request;
  const rarest = [...query.terms].sort((a, b) => rarity(b.stem) - rarity(a.stem)).slice(0, 3);
  const without = query.terms.length > 2 ? rarest.map((left) => query.terms.filter((term) => term !== left)) : [];
  const parts = [...without, ...rarest.map((term) => [term])];
  const filter = filterOf(request);
  return { federation: { limit }, queries: parts.map((terms) => stemQuery(indexUid, filter, terms)) };
}

function stemQuery(indexUid: string, filter: string[], terms: Term[]): FederatedMultiSearchParams["queries"][number] {
  return { indexUid, q: terms.map(({ stem }) => stem).join(" "), filter, matchingStrategy: "frequency", attributesToSearchOn: stemAttributes };
}

/** Whether all words of a query are somewhere in a document, as they are or begun. */
export function coversAll({ terms }: ParsedQuery, { stemsName, stemsContext, stemsText, stemsFields }: SearchDocument): boolean {
  const stems = ` ${stemsName} ${stemsContext} ${stemsText} ${stemsFields} `;
  return terms.every(({ stem, word, open }) => stems.includes(` ${stem} `) || (open && stems.includes(` ${word}`)));
}

/** What the server answered, in the engine's shape. */
export function readAnswer(answer: FederatedAnswer, { facets }: EngineRequest): EngineAnswer {
  const counts: FacetCounts = {};
  for (const name of facets) counts[name] = { ...answer.facetDistribution?.[name] };
  // The server counts no empty values: those without an owner or a domain are the rest.
  const all = Object.values(counts.kind ?? {}).reduce((sum, count) => sum + count, 0);
  for (const name of ["owner", "domain"] as const) {
    const rest = all - Object.values(counts[name] ?? {}).reduce((sum, count) => sum + count, 0);
    if (counts[name] && rest > 0) counts[name][""] = rest;
  }
  return { hits: answer.hits.map(({ _federation, ...document }) => document), total: answer.estimatedTotalHits ?? answer.hits.length, facets: counts };
}

function filterOf({ audience, filters }: EngineRequest): string[] {
  // No value at all (unowned) is the empty text, which the server's filters have a word of its own for.
  const conditions = Object.entries(filters).map(([name, values]) => `(${name} IN ${list(values)}${values.includes("") ? ` OR ${name} IS EMPTY` : ""})`);
  return audience === null ? conditions : [`audience IN ${list(audience)}`, ...conditions];
}

/** Values are quoted as the server's filter language wants it: no value can end its text. */
function list(values: string[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;
}

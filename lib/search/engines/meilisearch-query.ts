import type { FederatedMultiSearchParams } from "meilisearch";
import type { EngineAnswer, EngineRequest } from "../engine.ts";
import type { FacetCounts, FacetName } from "../facets.ts";
import type { Term } from "../query.ts";
import type { SearchDocument } from "../search-document.ts";
import { stemAttributes, writtenAttributes } from "./meilisearch-settings.ts";

export type FederatedAnswer = {
  hits: (SearchDocument & { _federation?: unknown })[];
  estimatedTotalHits?: number;
  facetDistribution?: Record<string, Record<string, number>>;
};

/**
 * One request with up to three questions, merged by the server: things of exactly this identity, the words as they are
 * written (prefixes and typos), and their stems (other forms of a word).
 */
export function meilisearchQuery(indexUid: string, request: EngineRequest): FederatedMultiSearchParams {
  const { query, limit, facets } = request;
  const filter = filterOf(request);
  const written = query.terms.map(({ word }) => word).join(" ");
  const stems = query.terms.map(({ stem }) => stem).join(" ");
  const queries: FederatedMultiSearchParams["queries"] = [];
  if (written === "") queries.push({ indexUid, q: "", filter });
  else {
    queries.push({ indexUid, q: written, filter, matchingStrategy: "frequency", attributesToSearchOn: writtenAttributes });
    queries.push({ indexUid, q: stems, filter, matchingStrategy: "frequency", attributesToSearchOn: stemAttributes });
    for (const terms of relaxed(request)) {
      const q = terms.map(({ stem }) => stem).join(" ");
      queries.push({ indexUid, q, filter, matchingStrategy: "frequency", attributesToSearchOn: stemAttributes, federationOptions: { weight: 0.3 } });
    }
    // Its score is 1, above any other: what is named in full comes first, however many others there are.
    if (query.exact.length > 0) queries.push({ indexUid, q: "", filter: [...filter, `exact IN ${list(query.exact)}`], federationOptions: { weight: 1.5 } });
  }
  return {
    federation: { limit, offset: 0, ...(facets.length > 0 ? { facetsByIndex: { [indexUid]: facets }, mergeFacets: { maxValuesPerFacet: 100 } } : {}) },
    queries,
  } as FederatedMultiSearchParams;
}

/**
 * Parts of a longer query. The server requires the rarest word of a question, but people describe things in other words than
 * documents do: so each of the rarest words is left out once, and asked for alone.
 */
function relaxed({ query: { terms }, rarity }: EngineRequest): Term[][] {
  if (terms.length < 2) return [];
  const rarest = [...terms].sort((a, b) => rarity(b.stem) - rarity(a.stem)).slice(0, 3);
  const without = terms.length > 2 ? rarest.map((left) => terms.filter((term) => term !== left)) : [];
  return [...without, ...rarest.map((term) => [term])];
}

/** What the server answered, in the engine's shape. */
export function readAnswer(answer: FederatedAnswer, { facets }: EngineRequest): EngineAnswer {
  const counts: FacetCounts = {};
  for (const name of facets) counts[name as FacetName] = answer.facetDistribution?.[name] ?? {};
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

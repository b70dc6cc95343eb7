import { audienceOfReader } from "./audience.ts";
import { countFacets } from "./count-facets.ts";
import { nothingWithheld } from "./engine.ts";
import type { EngineAnswer, EngineRequest } from "./engine.ts";
import type { FacetCounts, FacetName, Filters } from "./facets.ts";
import { fitsFilters } from "./fits-query.ts";
import { holdsPhrases } from "./holds-phrases.ts";
import { leavesOut } from "./leaves-out.ts";
import { emptyLexicon } from "./lexicon.ts";
import { narrowed } from "./narrowed.ts";
import { parseQuery } from "./query.ts";
import { rank } from "./rank.ts";
import { resolveNames } from "./resolve-names.ts";
import type { SearchContext, SearchInput } from "./search.ts";
import type { SearchDocument } from "./search-document.ts";
import { understand } from "./understand.ts";
import type { UnderstoodQuery } from "./understand.ts";

/** How many of an engine's best are ordered anew. */
export const rankedMax = 150;
/** As far as one can page. */
export const depthMax = 1_000;

export type Found = {
  query: UnderstoodQuery;
  filters: Filters;
  /** Best first: of all that fits, what is looked at first. */
  best: SearchDocument[];
  total: number;
  facets: FacetCounts;
  /** There is more than could be counted. */
  isUncounted: boolean;
  engine: "meilisearch" | "postgres";
  degraded: boolean;
  /** What else fits, in the engine's order, which does not depend on the page that is asked for. */
  rest: () => Promise<SearchDocument[]>;
};

/** What a reader finds, with counts of it; null where nothing can be asked: nothing is visible, or no word was typed. */
export async function find(context: SearchContext, input: SearchInput, facets: FacetName[]): Promise<Found | null> {
  const query = understand(parseQuery(input.query), context.lexicon ?? emptyLexicon);
  const isSigns = query.text !== "" || (query.parts.length === 0 && input.query.trim() !== "");
  if (query.terms.length === 0 && isSigns) return null;
  const filters = await resolveNames(narrowed(query.filters, input), context.slugsOf);
  const request: EngineRequest = { query, filters, audience: audienceOfReader(input.scope), withheld: input.withheld ?? nothingWithheld, limit: rankedMax, facets };
  if (request.audience?.length === 0) return null;
  return query.phrases.length + query.withoutPhrases.length > 0 ? findChecked(context, request) : findCounted(context, request);
}

/** The engine counts. */
async function findCounted(context: SearchContext, request: EngineRequest): Promise<Found> {
  const { query, filters } = request;
  // What was not asked for by words has no best: all that one can page through is put in order.
  const isListing = query.terms.length === 0;
  const answer = await ask(context, isListing ? { ...request, limit: depthMax } : request);
  const fitting = answer.hits.filter((document) => !leavesOut(query, document));
  const known = new Set(fitting.map(({ id }) => id));
  const rest = async () => {
    if (isListing || answer.total <= answer.hits.length) return [];
    const { hits } = await context.engine.search({ ...request, limit: depthMax, facets: [], isDeep: true });
    return hits.filter((document) => !known.has(document.id) && !leavesOut(query, document)).slice(0, depthMax - fitting.length);
  };
  return { query, filters, best: rank(query, fitting, answer.likeness), total: answer.total, facets: answer.total === 0 ? {} : answer.facets, isUncounted: false, engine: answer.engine, degraded: answer.degraded, rest };
}

/** Engines know nothing of texts in quotation marks: what has their words is looked at here, and counted here. */
async function findChecked(context: SearchContext, request: EngineRequest): Promise<Found> {
  const { query, filters, facets } = request;
  const whole = { ...request, filters: {}, limit: depthMax, facets: [], isDeep: true };
  let answer = await ask(context, whole);
  // Too many to look at: then at least of what is wanted.
  if (answer.total > answer.hits.length && Object.keys(filters).length > 0) answer = await ask(context, { ...whole, filters });
  const fitting = answer.hits.filter((document) => holdsPhrases(document, query.phrases) && !leavesOut(query, document));
  const best = rank(query, fitting.filter((document) => fitsFilters(document, filters)), answer.likeness);
  const counts = facets.map((name) => {
    // As if it were not narrowed by: what else could be chosen.
    const { [name]: _own, ...others } = filters;
    return countFacets(fitting.filter((document) => fitsFilters(document, others)), [name]);
  });
  return { query, filters, best, total: best.length, facets: best.length === 0 ? {} : Object.assign({}, ...counts), isUncounted: answer.total > answer.hits.length, engine: answer.engine, degraded: answer.degraded, rest: async () => [] };
}

async function ask({ engine }: SearchContext, request: EngineRequest) {
  const answer: EngineAnswer & { engine?: "meilisearch" | "postgres"; degraded?: boolean } = await engine.search(request);
  return { ...answer, engine: answer.engine ?? engine.name, degraded: answer.degraded ?? false };
}

import { ValidationError } from "#lib/errors.ts";
import { audienceOfReader } from "./audience.ts";
import type { SearchScope } from "./audience.ts";
import type { EngineAnswer, EngineRequest, SearchEngine } from "./engine.ts";
import { countedFacets } from "./facets.ts";
import type { FacetCounts, FacetName, Filters } from "./facets.ts";
import type { FailoverEngine } from "./failover.ts";
import { emptyLexicon } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { fold } from "./fold.ts";
import { highlightsOf } from "./highlight.ts";
import type { Highlights } from "./highlight.ts";
import { holdsPhrases } from "./holds-phrases.ts";
import { parseQuery } from "./query.ts";
import { rank } from "./rank.ts";
import type { SearchDocument, SearchKind } from "./search-document.ts";
import { correctWords, understand } from "./understand.ts";

export type SearchInput = {
  query: string;
  scope: SearchScope;
  kinds?: SearchKind[];
  filters?: Filters;
  limit?: number;
  /** From `next` of an earlier answer to the same question. */
  cursor?: string | null;
};

export type SearchContext = {
  engine: SearchEngine | FailoverEngine;
  /** Path of a document's page. */
  urlOf: (document: SearchDocument) => string;
  lexicon?: Lexicon;
};

export type SearchResult = {
  kind: SearchKind;
  interface: { slug: string; title: string } | null;
  version: number | null;
  source: string | null;
  key: string;
  name: string;
  title: string;
  url: string;
  owner: string | null;
  summary: string | null;
  context: string | null;
  format: string | null;
  lifecycle: string | null;
  deprecated: boolean;
  highlights: Highlights;
  /** Like it in the same interface, and left out. */
  more: number;
};

export type SearchAnswer = {
  results: SearchResult[];
  facets: FacetCounts;
  total: number;
  engine: "meilisearch" | "postgres";
  /** The search server did not answer, and PostgreSQL stood in for it. */
  degraded: boolean;
  /** The query with mistyped words put right, where that was searched for as well. */
  suggestion: string | null;
  next: string | null;
};

const limitDefault = 20;
const limitMax = 100;
/** How many of an engine's best are ordered anew. */
export const rankedMax = 150;
/** As far as one can page. */
const depthMax = 1_000;
const perInterfaceMax = 6;

/**
 * Finds things by what a person typed, within what that person may see.
 * Results are ordered best first over all kinds; `facets` and `total` count what the reader may see and nothing else.
 * @throws ValidationError for a cursor that is none; whatever the engine throws when none can answer.
 */
export async function search(context: SearchContext, input: SearchInput): Promise<SearchAnswer> {
  const limit = Math.max(1, Math.min(input.limit ?? limitDefault, limitMax));
  const offset = decodeOffset(input.cursor);
  const query = understand(parseQuery(input.query), context.lexicon ?? emptyLexicon);
  const filters = narrowed(query.filters, input);
  const request: EngineRequest = { query, filters, audience: audienceOfReader(input.scope), limit: rankedMax, facets: offset === 0 ? countedFacets : [] };
  if (request.audience?.length === 0) return { results: [], facets: {}, total: 0, engine: context.engine.name, degraded: false, suggestion: null, next: null };

  const answer: EngineAnswer & { engine?: "meilisearch" | "postgres"; degraded?: boolean } = await context.engine.search(request);
  const fitting = answer.hits.filter((document) => holdsPhrases(document, query.phrases));
  const perInterface = filters.interface || query.terms.length === 0 ? Infinity : perInterfaceMax;
  let documents = rank(query, fitting, answer.likeness);
  let folded = fold(documents, perInterface);
  if (folded.length <= offset + limit && answer.hits.length >= rankedMax) {
    documents = await withDeeper(context, request, documents);
    folded = fold(documents, perInterface);
  }
  return {
    results: folded.slice(offset, offset + limit).map(({ document, more }) => resultOf(document, more, context, highlightsOf(query, document))),
    facets: answer.facets,
    total: query.phrases.length > 0 && answer.hits.length < rankedMax ? fitting.length : answer.total,
    engine: answer.engine ?? context.engine.name,
    degraded: answer.degraded ?? false,
    suggestion: query.corrected === null ? null : correctWords(input.query, query.corrections).trim(),
    next: folded.length > offset + limit ? encodeOffset(offset + limit) : null,
  };
}

/** What comes after the best keeps the engine's order, so that a page further down is the same whichever page was asked for before. */
async function withDeeper({ engine }: SearchContext, request: EngineRequest, best: SearchDocument[]): Promise<SearchDocument[]> {
  const known = new Set(best.map(({ id }) => id));
  const { hits } = await engine.search({ ...request, limit: depthMax, facets: [] });
  return [...best, ...hits.filter((document) => !known.has(document.id) && holdsPhrases(document, request.query.phrases))];
}

function resultOf(document: SearchDocument, more: number, { urlOf }: SearchContext, highlights: Highlights): SearchResult {
  const { kind, version, source, key, name, title, owner, description, context, format, lifecycle, deprecated } = document;
  const api = document.interface === null ? null : { slug: document.interface, title: document.interfaceTitle ?? document.interface };
  return { kind, interface: api, version, source, key, name, title, url: urlOf(document), owner: owner || null, summary: description, context, format, lifecycle, deprecated, highlights, more };
}

/** What was typed as a filter and what was chosen both hold. */
function narrowed(typed: Filters, { filters = {}, kinds }: SearchInput): Filters {
  const all: Filters = { ...filters, ...(kinds && kinds.length > 0 ? { kind: kinds } : {}) };
  for (const [name, values] of Object.entries(typed) as [FacetName, string[]][]) {
    const chosen = all[name];
    all[name] = chosen ? values.filter((value) => chosen.includes(value)) : values;
  }
  return all;
}

function encodeOffset(offset: number): string {
  return Buffer.from(`o${offset}`).toString("base64url");
}

function decodeOffset(cursor: string | null | undefined): number {
  if (!cursor) return 0;
  const offset = /^o(\d{1,4})$/.exec(Buffer.from(cursor, "base64url").toString())?.[1];
  if (offset === undefined) throw new ValidationError("The cursor is not one that a search gave.", { cursor: "unknown" });
  return Math.min(Number(offset), depthMax);
}

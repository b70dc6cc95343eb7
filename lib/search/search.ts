import { ValidationError } from "#lib/errors.ts";
import type { SearchScope } from "./audience.ts";
import type { SearchEngine, Withheld } from "./engine.ts";
import { countedFacets } from "./facets.ts";
import type { FacetCounts, FacetName, Filters } from "./facets.ts";
import type { FailoverEngine } from "./failover.ts";
import { nearOf } from "./filter-values.ts";
import { depthMax, find } from "./find.ts";
import { fold } from "./fold.ts";
import { highlightsOf } from "./highlight.ts";
import type { Highlights } from "./highlight.ts";
import type { Lexicon } from "./lexicon.ts";
import { narrowed } from "./narrowed.ts";
import type { QueryPart } from "./query.ts";
import type { SlugsOf } from "./resolve-names.ts";
import type { Question } from "./search-address.ts";
import type { SearchDocument, SearchKind } from "./search-document.ts";
import { noteOnNoWords, notesOnParts, notesOnValues } from "./search-notes.ts";
import type { SearchNote } from "./search-notes.ts";
import { suggestionOf } from "./suggestion-of.ts";
import { waysOut } from "./ways-out.ts";
import type { WayOut } from "./ways-out.ts";

export type SearchInput = {
  query: string;
  scope: SearchScope;
  withheld?: Withheld;
  kinds?: SearchKind[];
  filters?: Filters;
  limit?: number;
  /** What is counted; without it all but what costs most. */
  facets?: FacetName[];
  /** From `next` of an earlier answer to the same question. */
  cursor?: string | null;
};

export type SearchContext = {
  engine: SearchEngine | FailoverEngine;
  /** Path of a document's page. */
  urlOf: (document: SearchDocument) => string;
  lexicon?: Lexicon;
  slugsOf?: SlugsOf;
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
  /** There are more than can be listed, or, for texts in quotation marks, more than could be counted. */
  totalIsCapped: boolean;
  engine: "meilisearch" | "postgres";
  /** The search server did not answer, and PostgreSQL stood in for it. */
  degraded: boolean;
  /** The query with mistyped words put right, where that was searched for as well. */
  suggestion: string | null;
  /** What of the question was not understood. */
  notes: SearchNote[];
  /** Where nothing was found: what to leave away, and what is found then. */
  instead: WayOut[];
  next: string | null;
};

const limitDefault = 20;
const limitMax = 100;
const perInterfaceMax = 6;

/**
 * Finds things by what a person typed, within what that person may see.
 * Results are ordered best first over all kinds; `facets` and `total` count what the reader may see and nothing else: all
 * pages together, with what is folded (`more`), are `total` results, unless that is said to be capped.
 * @throws ValidationError for a cursor that is none; whatever the engine throws when none can answer.
 */
export async function search(context: SearchContext, input: SearchInput): Promise<SearchAnswer> {
  const limit = Math.max(1, Math.min(input.limit ?? limitDefault, limitMax));
  const offset = decodeOffset(input.cursor);
  const found = await find(context, input, offset === 0 ? (input.facets ?? countedFacets) : []);
  if (!found) {
    const nothing = { results: [], facets: {}, total: 0, totalIsCapped: false, engine: context.engine.name, degraded: false, suggestion: null, instead: [], next: null };
    return { ...nothing, notes: input.query.trim() === "" ? [] : [noteOnNoWords(input.query.trim())] };
  }
  const { query, best, total } = found;
  const perInterface = found.filters.interface || query.terms.length === 0 ? Infinity : perInterfaceMax;
  // What comes after the best is folded by itself, so that a page is the same whichever pages were asked for before.
  let folded = fold(best, perInterface);
  if (folded.length <= offset + limit) folded = [...folded, ...fold(await found.rest(), perInterface)];
  const results = folded.slice(offset, offset + limit).map(({ document, more }) => {
    const shown = shownOf(document);
    return resultOf(shown, more, context, highlightsOf(query, shown));
  });
  return {
    results,
    facets: found.facets,
    total,
    totalIsCapped: found.isUncounted || total > depthMax,
    engine: found.engine,
    degraded: found.degraded,
    suggestion: query.corrected === null ? null : suggestionOf(input.query, query, best.length > 0 ? best : await foundAnywhere(context, input, query.text)),
    ...(offset === 0 ? await helpFor(context, input, query.parts, results) : { notes: [], instead: [] }),
    next: folded.length > offset + limit ? encodeOffset(offset + limit) : null,
  };
}

/** What the words find when nothing narrows it: filters that keep all away say nothing of whether a word stands somewhere. */
async function foundAnywhere(context: SearchContext, { scope, withheld }: SearchInput, text: string): Promise<SearchDocument[]> {
  return (await find(context, { query: text, scope, ...(withheld ? { withheld } : {}) }, []))?.best ?? [];
}

/** What of the question was not understood and, where nothing was found, what would find something. */
async function helpFor(context: SearchContext, input: SearchInput, parts: QueryPart[], results: SearchResult[]): Promise<Pick<SearchAnswer, "notes" | "instead">> {
  const question = { query: input.query, filters: narrowed({}, input) };
  // `payment:created` can be a name: where one is found that has it, it was understood.
  const isName = (text: string) => results.some(({ key, name, title }) => [key, name, title].some((one) => one.toLowerCase().includes(text.toLowerCase())));
  const notes = notesOnParts(question, parts).filter(({ about }) => !isName(about));
  if (results.length > 0) return { notes, instead: [] };
  const who = { scope: input.scope, ...(input.withheld ? { withheld: input.withheld } : {}) };
  const count = async (other: Question) => (await find(context, { ...who, ...other }, []))?.total ?? 0;
  const [more, instead] = await Promise.all([notesOnValues(question, parts, (facet, value) => valuesLike(context, who, facet, value)), waysOut(question, parts, count)]);
  return { notes: [...notes, ...more], instead };
}

const kindsOfValues: Partial<Record<FacetName, SearchKind>> = { owner: "team", domain: "domain", interface: "interface" };

/** See `FindValues`. */
async function valuesLike(context: SearchContext, who: Pick<SearchInput, "scope" | "withheld">, facet: FacetName, value: string): Promise<string[] | null> {
  const kind = kindsOfValues[facet];
  if (kind) {
    const found = await find(context, { ...who, query: value.replace(/[:"-]/g, " "), kinds: [kind] }, []);
    const slugs = [...new Set((found?.best ?? []).map(({ key }) => key))];
    const own = [value.toLowerCase(), ...((await context.slugsOf?.(facet, [value])) ?? [])];
    return own.some((slug) => slugs.includes(slug)) ? null : slugs;
  }
  const found = await find(context, { ...who, query: "" }, [facet]);
  const values = Object.keys(found?.facets[facet] ?? {}).filter(Boolean);
  return values.some((one) => one.toLowerCase() === value.toLowerCase()) ? null : nearOf(value, values);
}

/** An interface's one line is found as a title is, and shown as what it is. */
function shownOf(document: SearchDocument): SearchDocument {
  if (document.kind !== "interface") return document;
  const { name, title, description } = document;
  return { ...document, title: name, description: description ?? (title === name ? null : title) };
}

function resultOf(document: SearchDocument, more: number, { urlOf }: SearchContext, highlights: Highlights): SearchResult {
  const { kind, version, source, key, name, title, owner, description, context, format, lifecycle, deprecated } = document;
  const api = document.interface === null ? null : { slug: document.interface, title: document.interfaceTitle ?? document.interface };
  return { kind, interface: api, version, source, key, name, title, url: urlOf(document), owner: owner || null, summary: description, context, format, lifecycle, deprecated, highlights, more };
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

/** What the search answers, in the page and through `/api/v1/search`. */
export type { SearchAnswer as Answer, SearchResult as Result } from "#lib/search/search.ts";
export type { SearchKind as Kind } from "#lib/search/search-document.ts";

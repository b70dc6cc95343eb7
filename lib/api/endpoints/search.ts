import { z } from "zod";
import { searchCatalog, SearchCatalogInput } from "../../catalog/search-index/search-catalog.ts";
import { deleteSavedSearch } from "../../catalog/saved-searches/delete-saved-search.ts";
import { listSavedSearches } from "../../catalog/saved-searches/list-saved-searches.ts";
import { renameSavedSearch, RenameSavedSearchInput } from "../../catalog/saved-searches/rename-saved-search.ts";
import { savedPlaces, saveSearch, SaveSearchInput } from "../../catalog/saved-searches/save-search.ts";
import { getReindex, requestReindex } from "../../catalog/search-index/request-reindex.ts";
import { searchKinds } from "../../search/search-document.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, problem } from "../schemas.ts";

const Position = z.looseObject({}).meta({ description: "Positions of matched words by text: character offsets, never markup." });
const Result = z
  .object({
    kind: z.enum(searchKinds),
    interface: z.object({ slug: z.string(), title: z.string() }).nullable(),
    version: z.number().int().nullable(),
    source: z.string().nullable().meta({ description: "Path of the file as it was uploaded or imported." }),
    key: z.string().meta({ description: "`METHOD /path`, `WEBHOOK name`, `send address`, `receive address`; the address, message or property name." }),
    name: z.string(),
    title: z.string(),
    url: z.string(),
    owner: z.string().nullable(),
    summary: z.string().nullable(),
    context: z.string().nullable(),
    format: z.string().nullable(),
    lifecycle: z.string().nullable(),
    deprecated: z.boolean(),
    highlights: Position,
    more: z.number().int().meta({ description: "How many near-equal ones of the same interface were left out." }),
  })
  .meta({ id: "SearchResult" });

const Ask = z.string().meta({ description: "The question's query, as it stands after the question mark of an address." });
const Suggestion = z.object({ text: z.string(), ask: Ask });

const SavedSearch = z
  .object({ id: z.number().int(), name: z.string(), place: z.enum(savedPlaces), query: z.string().meta({ description: "What stands in its address after the question mark." }) })
  .meta({ id: "SavedSearch" });
const ListedSearch = SavedSearch.extend({ isFollowed: z.boolean().meta({ description: "Whether one follows it oneself." }) }).meta({ id: "ListedSearch" });
const Reindex = z
  .object({ state: z.enum(["waiting", "running", "done", "failed"]), done: z.number().int(), total: z.number().int(), message: z.string().nullable(), changedAt: z.string() })
  .meta({ id: "Reindex" });

export const searchEndpoints = [
  endpoint({
    method: "GET",
    path: "/search",
    operationId: "search",
    tag: "Search",
    summary: "Find interfaces, operations, channels, messages, properties, services, teams and domains",
    description: "`owner:payments format:asyncapi` in the query narrows it as the parameters do, `kind:event` and `is:deprecated` too; `-word` and `-owner:payments` leave out; quotes mean exact; `POST /v1/refunds` is a path, whatever its parameters are called or which values stand for them.",
    query: SearchCatalogInput,
    responses: {
      200: {
        description: "Best first.",
        schema: z.object({
          results: z.array(Result),
          facets: z.record(z.string(), z.record(z.string(), z.number().int())),
          total: z.number().int(),
          totalIsCapped: z.boolean().meta({ description: "There are more than can be listed: paging ends at a thousand." }),
          engine: z.enum(["meilisearch", "postgres"]),
          degraded: z.boolean(),
          suggestion: z.string().nullable().meta({ description: "The query with mistyped words put right; the results are for both." }),
          notes: z
            .array(z.object({ about: z.string(), message: z.string(), suggestions: z.array(Suggestion) }))
            .meta({ description: "What of the question was not understood: filters of no name, values that mean nothing or that the catalog does not have." }),
          instead: z
            .array(z.object({ without: z.string(), total: z.number().int(), ask: Ask }))
            .meta({ description: "Where nothing was found: what to leave away, and how much is found then." }),
          next: z.string().nullable(),
        }),
      },
      400: problem("A parameter is not as it should be."),
    },
    handle: async ({ ctx, query }) => ({ status: 200, body: await searchCatalog({ ctx, input: query }) }),
  }),
  endpoint({
    method: "GET", path: "/saved-searches", operationId: "listSavedSearches", tag: "Search", summary: "List the searches and views that one kept",
    responses: { 200: { description: "One's own, by name; none for a visitor.", schema: listOf(ListedSearch) } },
    handle: async ({ ctx }) => ({ status: 200, body: { items: await listSavedSearches({ ctx }), next: null } }),
  }),
  endpoint({
    method: "POST", path: "/saved-searches", operationId: "saveSearch", tag: "Search", summary: "Keep a search or a filtered list under a name",
    body: SaveSearchInput,
    responses: { 201: { description: "Kept; a name that was known has the new query.", schema: SavedSearch }, 400: problem("A field is not as it should be."), 409: problem("Too many are kept.") },
    handle: async ({ ctx, body }) => ({ status: 201, body: await saveSearch({ ctx, input: body }) }),
  }),
  endpoint({
    method: "PATCH", path: "/saved-searches/{id}", operationId: "renameSavedSearch", tag: "Search", summary: "Give a kept search another name",
    params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
    body: RenameSavedSearchInput,
    responses: { 200: { description: "It has the name.", schema: SavedSearch }, 400: problem("A field is not as it should be."), 404: problem("There is none, or it is not yours."), 409: problem("Another one has this name.") },
    handle: async ({ ctx, params, body }) => ({ status: 200, body: await renameSavedSearch({ ctx, input: { ...params, ...body } }) }),
  }),
  endpoint({
    method: "DELETE", path: "/saved-searches/{id}", operationId: "deleteSavedSearch", tag: "Search", summary: "Forget a kept search",
    params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
    responses: { 204: { description: "Forgotten." }, 404: problem("There is none, or it is not yours.") },
    handle: async ({ ctx, params }) => {
      await deleteSavedSearch({ ctx, input: params });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "POST", path: "/search/reindex", operationId: "startReindex", tag: "Search", summary: "Build the search index anew",
    description: "Beside the running one, and swapped in when it is complete: nothing is missing meanwhile. For administrators.",
    responses: { 202: { description: "It waits for a worker.", schema: Reindex } },
    handle: async ({ ctx }) => ({ status: 202, body: await requestReindex({ ctx }) }),
  }),
  endpoint({
    method: "GET", path: "/search/reindex", operationId: "getReindex", tag: "Search", summary: "See how far the building of the search index is",
    responses: { 200: { description: "The last one that was asked for or needed.", schema: Reindex } },
    handle: async ({ ctx }) => ({ status: 200, body: await getReindex({ ctx }) }),
  }),
];

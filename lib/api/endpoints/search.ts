import { z } from "zod";
import { searchCatalog, SearchCatalogInput } from "../../catalog/search-catalog.ts";
import { searchKinds } from "../../search/search-document.ts";
import { endpoint } from "../endpoint.ts";
import { problem } from "../schemas.ts";

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

export const searchEndpoints = [
  endpoint({
    method: "GET",
    path: "/search",
    operationId: "search",
    tag: "Search",
    summary: "Find interfaces, operations, channels, messages, properties, services, teams and domains",
    description: "`owner:payments format:asyncapi` in the query narrows it as the parameters do; quotes mean exact; `POST /v1/refunds` is a path, whatever its parameters are called.",
    query: SearchCatalogInput,
    responses: {
      200: {
        description: "Best first.",
        schema: z.object({
          results: z.array(Result),
          facets: z.record(z.string(), z.record(z.string(), z.number().int())),
          total: z.number().int(),
          engine: z.enum(["meilisearch", "postgres"]),
          degraded: z.boolean(),
          suggestion: z.string().nullable().meta({ description: "The query with mistyped words put right; the results are for both." }),
          next: z.string().nullable(),
        }),
      },
      400: problem("A parameter is not as it should be."),
    },
    handle: async ({ ctx, query }) => ({ status: 200, body: await searchCatalog({ ctx, input: query }) }),
  }),
];

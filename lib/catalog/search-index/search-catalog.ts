import { z } from "zod";
import type { Ctx } from "#lib/auth/context.ts";
import { isAdministrator } from "#lib/auth/actor.ts";
import { metrics } from "#lib/metrics.ts";
import { log } from "#lib/log.ts";
import { searchEngines } from "#lib/search/engine-of-process.ts";
import { countableFacets } from "#lib/search/facets.ts";
import { readLexicon } from "#lib/search/read-lexicon.ts";
import type { SearchAnswer } from "#lib/search/search.ts";
import { search } from "#lib/search/search.ts";
import { searchKinds } from "#lib/search/search-document.ts";
import { recordEmptySearch } from "../admin/record-empty-search.ts";
import { documentUrl } from "../urls/document-url.ts";
import { findWithheld } from "./find-withheld.ts";
import { slugsOfNames } from "./slugs-of-names.ts";

const Many = z.union([z.string(), z.array(z.string())]).optional().transform((value) => (value === undefined ? undefined : [value].flat()));

/** What is asked of the search. A facet given several times means any of its values. */
export const SearchCatalogInput = z.object({
  q: z.string().max(500).default(""),
  kind: Many.pipe(z.array(z.enum(searchKinds)).optional()),
  owner: Many,
  domain: Many,
  format: Many,
  lifecycle: Many,
  tag: Many,
  spec: Many,
  deprecated: Many.pipe(z.array(z.enum(["true", "false"])).optional()),
  interface: Many,
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
  facets: Many.transform((names) => names?.flatMap((name) => name.split(","))).pipe(z.array(z.enum(countableFacets)).optional()).meta({ description: "What is counted by value. Without it all but `tags`, whose values are many." }),
  /** For administrators: which engine is to answer. */
  engine: z.enum(["postgres"]).optional(),
});
export type SearchCatalogInput = z.infer<typeof SearchCatalogInput>;

const store = globalThis as typeof globalThis & { intermeshLexicon?: ReturnType<typeof readLexicon> };

/** Searches all that the reader may see; the same for the page, the palette and the REST interface. */
export async function searchCatalog({ ctx, input }: { ctx: Ctx; input: z.input<typeof SearchCatalogInput> }): Promise<SearchAnswer> {
  const { q, kind, owner, domain, format, lifecycle, tag, spec, deprecated, interface: slug, limit, cursor, facets, engine } = SearchCatalogInput.parse(input);
  const engines = searchEngines();
  const lexicon = (store.intermeshLexicon ??= readLexicon(ctx.db));
  const [withheld] = await Promise.all([findWithheld(ctx.db, ctx.scope), lexicon.ready()]);
  const given = { owner, domain, format, lifecycle, tags: tag, specVersion: spec, deprecated, interface: slug };
  const answer = await search(
    {
      engine: engine === "postgres" && isAdministrator(ctx.actor) ? engines.postgres : engines.engine,
      urlOf: documentUrl,
      lexicon,
      slugsOf: (facet, names) => slugsOfNames(ctx.db, facet, names),
    },
    {
      query: q,
      scope: ctx.scope,
      withheld,
      ...(kind ? { kinds: kind } : {}),
      filters: Object.fromEntries(Object.entries(given).filter(([, values]) => values !== undefined)),
      limit,
      ...(facets ? { facets } : {}),
      cursor: cursor ?? null,
    },
  );
  metrics().searches.inc({ engine: answer.engine, empty: String(answer.total === 0) });
  // After the answer, and whatever becomes of it: nobody waits for a count. Filters can leave nothing of what is there.
  const isWhole = !cursor && !kind && Object.values(given).every((values) => values === undefined);
  if (answer.total === 0 && isWhole) void recordEmptySearch(ctx.db, q).catch((error: unknown) => log.debug({ err: error }, "a search without results was not counted"));
  return answer;
}

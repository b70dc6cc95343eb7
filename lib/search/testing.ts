import { randomBytes } from "node:crypto";
import { openapi, openCatalog } from "#lib/catalog/testing.ts";
import { documentUrl } from "#lib/catalog/urls/document-url.ts";
import type { FailoverEngine } from "./failover.ts";
import { MeilisearchEngine } from "./engines/meilisearch.ts";
import { PostgresEngine } from "./engines/postgres.ts";
import type { SearchEngine } from "./engine.ts";
import { emptyLexicon } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { indexLine } from "./jobs/index-line.ts";
import { ensureIndex } from "./jobs/rebuild-index.ts";
import type { SlugsOf } from "./resolve-names.ts";
import { search } from "./search.ts";
import type { SearchInput } from "./search.ts";

export { openapi };
export const insider = { seesPublic: true, seesInternal: true, seesInternalParts: true, seesAll: false, teamIds: [] as number[] };
export const everything = { ...insider, seesAll: true };

/** For tests: an empty catalog and an index of its own on the real engines. `server` is null where there is no Meilisearch. */
export async function openSearch() {
  const url = process.env.MEILI_URL;
  const catalog = await openCatalog();
  const server = url ? new MeilisearchEngine({ url, key: process.env.MEILI_MASTER_KEY, index: `test-${process.pid}-${randomBytes(4).toString("hex")}` }) : null;
  if (server) await ensureIndex(catalog.db, server);
  const postgres = new PostgresEngine(catalog.db);
  const context = { db: catalog.db, server };
  return {
    ...catalog,
    context,
    server,
    postgres,
    engines: server ? [server, postgres] : [postgres],
    /** Publishes and indexes a document; gives the ids of its interface, line and version. */
    add: async (...document: Parameters<typeof catalog.publish>) => {
      const published = await catalog.publish(...document);
      const lineId = await lineOf(catalog, published.version.id);
      await indexLine(context, lineId);
      return { interfaceId: published.interface.id, slug: published.interface.slug, lineId, versionId: published.version.id };
    },
    ask: (engine: SearchEngine | FailoverEngine, query: string, input: Partial<SearchInput> = {}, lexicon: Lexicon = emptyLexicon, slugsOf?: SlugsOf) => search({ engine, urlOf: documentUrl, lexicon, ...(slugsOf ? { slugsOf } : {}) }, { query, scope: insider, ...input }),
    close: async () => {
      for (const index of server ? [server.index, server.nextIndex] : []) await server?.client.deleteIndexIfExists(index);
      await catalog.close();
    },
  };
}

async function lineOf({ db }: Awaited<ReturnType<typeof openCatalog>>, versionId: number): Promise<number> {
  const { rows } = await db.$client.query<{ line_id: number }>("select line_id from versions where id = $1", [versionId]);
  return rows[0]?.line_id ?? 0;
}

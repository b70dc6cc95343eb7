import { database } from "../database.ts";
import { env } from "../env.ts";
import { log } from "../log.ts";
import { MeilisearchEngine } from "./engines/meilisearch.ts";
import { PostgresEngine } from "./engines/postgres.ts";
import { embedderOf } from "./engines/embedder.ts";
import { indexName } from "./index-name.ts";
import { FailoverEngine } from "./failover.ts";

type Engines = { server: MeilisearchEngine | null; postgres: PostgresEngine; engine: PostgresEngine | FailoverEngine };
const store = globalThis as typeof globalThis & { intermeshEngines?: Engines };

/** The search engines of this installation: the search server where there is one, with PostgreSQL standing in for it. */
export function searchEngines(): Engines {
  return (store.intermeshEngines ??= create());
}

function create(): Engines {
  const { MEILI_URL, MEILI_MASTER_KEY } = env();
  const index = indexName(env());
  const postgres = new PostgresEngine(database());
  if (!MEILI_URL) return { server: null, postgres, engine: postgres };
  const server = new MeilisearchEngine({ url: MEILI_URL, key: MEILI_MASTER_KEY, index, embedder: embedderOf(env()) });
  const onChange = (degraded: boolean, cause: unknown) =>
    degraded ? log.warn({ reason: cause instanceof Error ? cause.message : String(cause) }, "Meilisearch does not answer; PostgreSQL searches") : log.info("Meilisearch answers again");
  return { server, postgres, engine: new FailoverEngine(server, postgres, { onChange }) };
}

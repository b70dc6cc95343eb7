import type { Database } from "#db/client.ts";
import type { MeilisearchEngine } from "../engines/meilisearch.ts";

/** What jobs write to: always the database, and the search server where there is one. */
export type IndexContext = { db: Database; server: MeilisearchEngine | null };

import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { emptySearches } from "#db/schema/system/empty-searches.ts";

const kept = 5_000;

/**
 * Counts a search that found nothing. One asks as one types: what one typed on the way, within the last minute, is
 * taken back. Never more than some thousand are kept, the latest. One statement, after the answer.
 */
export async function recordEmptySearch(db: Database, query: string): Promise<void> {
  const text = query.trim().toLowerCase().replace(/\s+/g, " ");
  if (text.length < 3 || text.length > 100) return;
  await db.execute(sql`
    with typed as (delete from ${emptySearches} where ${emptySearches.count} = 1 and ${emptySearches.lastAt} > now() - interval '1 minute' and ${emptySearches.query} <> ${text} and starts_with(${text}, ${emptySearches.query}))
    insert into ${emptySearches} (query) values (${text})
    on conflict (query) do update set count = ${emptySearches.count} + 1, last_at = now()`);
  if (Math.random() < 0.01) await db.execute(sql`delete from ${emptySearches} where query in (select query from ${emptySearches} order by last_at desc offset ${kept})`);
}

import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";

const pauseMs = 500;

/**
 * Waits until what follows for dependencies from publishes and manifests so far is derived, at most `waitMs`: a version is
 * to be judged by the uses that were known when it came, and where much comes at once the two kinds of jobs overtake each other.
 */
export async function waitForUses(db: Database, waitMs: number): Promise<void> {
  const since = new Date();
  for (let waited = 0; waited < waitMs; waited += pauseMs) {
    const { rows } = await db.execute(sql`
      select 1 from pgboss.job where name = 'derive-dependencies' and state in ('created', 'active') and created_on <= ${since.toISOString()}::timestamptz limit 1`);
    if (rows.length === 0) return;
    await sleep(pauseMs);
  }
}

import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";

const versionsMax = 10_000;

/**
 * Has versions compared that were published before comparing existed, or restored without it. Nobody is told of them: it
 * is no news. Those whose own job still waits are left to it. Returns how many there were.
 */
export async function compareMissing(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ id: number }>(sql`
      select v.id from versions v
      where not exists (select 1 from comparisons c where c.version_id = v.id)
        and not exists (select 1 from pgboss.job j where j.name = 'compare-version' and j.state in ('created', 'retry', 'active') and (j.data ->> 'versionId')::bigint = v.id)
      order by v.id desc limit ${versionsMax}`);
    for (const { id } of rows) await enqueue(tx, "compare-version", { versionId: id, quiet: true });
    return rows.length;
  });
}

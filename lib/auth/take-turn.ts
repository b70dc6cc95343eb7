import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { rateLimits } from "#db/schema/auth.ts";

/**
 * Counts one attempt against `key` and says whether it is still among the `max` allowed in a window. One statement,
 * so that attempts at once are all counted.
 */
export async function takeTurn(db: Executor, key: string, limit: { windowSeconds: number; max: number }): Promise<{ allowed: boolean; retryAfterSeconds: number }> {
  const now = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
  const over = sql`${rateLimits.lastRequest} <= ${now} - ${limit.windowSeconds * 1000}::bigint`;
  const [row] = await db
    .insert(rateLimits)
    .values({ id: crypto.randomUUID(), key, count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: { count: sql`case when ${over} then 1 else ${rateLimits.count} + 1 end`, lastRequest: sql`case when ${over} then ${now} else ${rateLimits.lastRequest} end` },
    })
    .returning({ count: rateLimits.count, endsInMs: sql<number>`${rateLimits.lastRequest} + ${limit.windowSeconds * 1000}::bigint - ${now}` });
  if (!row) throw new Error("The attempt was not counted.");
  return { allowed: row.count <= limit.max, retryAfterSeconds: Math.max(1, Math.ceil(row.endsInMs / 1000)) };
}

import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { Transaction } from "#db/client.ts";
import { sender } from "./enqueue.ts";

/** Lets a job that failed for good run again, or one that waits for its next attempt run now; `null` when there is no such job. */
export async function retryJob(tx: Transaction, id: string): Promise<{ name: string } | null> {
  const { rows } = await tx.execute<{ name: string; state: string }>(sql`select name, state from pgboss.job where id = ${id}::uuid and state in ('failed', 'retry') for update`);
  const [job] = rows;
  if (!job) return null;
  if (job.state === "failed") await (await sender()).retry(job.name, id, { db: fromDrizzle(tx, sql) });
  else await tx.execute(sql`update pgboss.job set start_after = now() where id = ${id}::uuid and state = 'retry'`);
  return { name: job.name };
}

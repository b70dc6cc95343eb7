import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { type JobName, jobs } from "./jobs.ts";

export type QueueState = { name: JobName; waiting: number; retrying: number; active: number; failed: number; oldestWaitingAt: Date | null };
export type TroubledJob = { id: string; name: string; state: "failed" | "retry"; data: unknown; message: string; retryCount: number; createdAt: Date; nextAt: Date | null };

/** How much waits, runs, is tried again and has failed for good, for each kind of job. */
export async function listQueues(db: Executor): Promise<QueueState[]> {
  type Row = { name: string; waiting: number; retrying: number; active: number; failed: number; oldest: string | null };
  const { rows } = await db.execute<Row>(sql`
    select name, count(*) filter (where state = 'created')::int as waiting, count(*) filter (where state = 'retry')::int as retrying,
      count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'failed')::int as failed,
      min(created_on) filter (where state in ('created', 'retry') and start_after <= now()) as oldest
    from pgboss.job where state in ('created', 'retry', 'active', 'failed') group by name`);
  return (Object.keys(jobs) as JobName[]).map((name) => {
    const row = rows.find((candidate) => candidate.name === name);
    return { name, waiting: row?.waiting ?? 0, retrying: row?.retrying ?? 0, active: row?.active ?? 0, failed: row?.failed ?? 0, oldestWaitingAt: row?.oldest ? new Date(row.oldest) : null };
  });
}

/** Jobs that failed for good, and those that are tried again, the latest first. */
export async function listTroubledJobs(db: Executor, limit = 100): Promise<TroubledJob[]> {
  type Row = { id: string; name: string; state: "failed" | "retry"; data: unknown; output: unknown; retry_count: number; created_on: string; start_after: string };
  const { rows } = await db.execute<Row>(sql`
    select id, name, state, data, output, retry_count, created_on, start_after from pgboss.job
    where state = 'failed' or (state = 'retry' and output is not null) order by state, created_on desc limit ${limit}`);
  return rows.map((row) => ({ id: row.id, name: row.name, state: row.state, data: row.data, message: messageOf(row.output), retryCount: row.retry_count, createdAt: new Date(row.created_on), nextAt: row.state === "retry" ? new Date(row.start_after) : null }));
}

function messageOf(output: unknown): string {
  const said = typeof output === "object" && output !== null && "message" in output ? output.message : output;
  return (typeof said === "string" ? said : JSON.stringify(said ?? "")).slice(0, 500);
}

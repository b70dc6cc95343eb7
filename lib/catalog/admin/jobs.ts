import { z } from "zod";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { listQueues, listTroubledJobs } from "#lib/jobs/list-jobs.ts";
import { retryJob as retry } from "#lib/jobs/retry-job.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";

export type JobsState = Awaited<ReturnType<typeof getJobs>>;

/** What the workers have to do, and what went wrong. */
export async function getJobs({ ctx }: { ctx: Ctx }) {
  authorize(ctx, "jobs.see");
  const [queues, troubled] = await Promise.all([listQueues(ctx.db), listTroubledJobs(ctx.db)]);
  return { queues, troubled };
}

/** Lets a job that failed run again, at once. @throws NotFoundError for one that did not fail */
export async function retryJob({ ctx, input }: { ctx: Ctx; input: { id: string } }): Promise<void> {
  authorize(ctx, "jobs.retry");
  const id = z.uuid().safeParse(input.id);
  if (!id.success) throw new NotFoundError("failed job", input.id);
  await ctx.db.transaction(async (tx) => {
    const job = await retry(tx, id.data);
    if (!job) throw new NotFoundError("failed job", id.data);
    await recordAudit(tx, ctx, { action: "job.retry", subject: "job", subjectName: job.name, detail: { id: id.data } });
  });
}

import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "#db/client.ts";
import { settings } from "#db/schema/system/settings.ts";
import type { IndexContext } from "./index-context.ts";
import { reindex } from "./reindex.ts";

const key = "reindex";
const intervalMs = 250;

/** How far the last building of the index is. A worker that was killed leaves `running` until its job is taken up again. */
export const ReindexProgress = z.object({ state: z.enum(["waiting", "running", "done", "failed"]), done: z.number(), total: z.number(), message: z.string().nullable(), changedAt: z.string() });
export type ReindexProgress = z.infer<typeof ReindexProgress>;

/** The last one, or null where there was none. */
export async function findReindexProgress(db: Executor): Promise<ReindexProgress | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return ReindexProgress.safeParse(row?.value).data ?? null;
}

export async function writeReindexProgress(db: Executor, progress: Omit<ReindexProgress, "changedAt">): Promise<void> {
  const value = { ...progress, changedAt: new Date().toISOString() };
  await db.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value, changedAt: sql`now()` } });
}

/** Builds the index anew and says how far it is, for whoever asked for it. */
export async function reindexReporting(context: IndexContext): Promise<void> {
  const { db } = context;
  await writeReindexProgress(db, { state: "running", done: 0, total: 0, message: null });
  let [writtenAt, last] = [0, { done: 0, total: 0 }];
  let writing: Promise<void> = Promise.resolve();
  try {
    await reindex(context, (done, total) => {
      last = { done, total };
      if (Date.now() - writtenAt < intervalMs) return;
      writtenAt = Date.now();
      writing = writing.then(() => writeReindexProgress(db, { state: "running", done, total, message: null })).catch(() => {});
    });
    await writing;
    await writeReindexProgress(db, { ...last, state: "done", done: last.total, message: null });
  } catch (cause) {
    await writing;
    await writeReindexProgress(db, { ...last, state: "failed", message: cause instanceof Error ? cause.message.slice(0, 500) : String(cause) }).catch(() => {});
    throw cause;
  }
}

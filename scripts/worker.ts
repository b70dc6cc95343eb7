import { compareMissing } from "#lib/catalog/comparisons/compare/compare-missing.ts";
import { compareVersion } from "#lib/catalog/comparisons/compare/compare-version.ts";
import { deriveDependencies } from "#lib/catalog/dependencies/derive/derive-dependencies.ts";
import { deriveMissing } from "#lib/catalog/dependencies/derive/derive-missing.ts";
import { settleMigrations } from "#lib/catalog/migrations/settle-migrations.ts";
import { watchDates } from "#lib/catalog/migrations/watch-dates.ts";
import { pruneRows } from "#lib/catalog/versions/prune-rows.ts";
import { database } from "#lib/database.ts";
import { env } from "#lib/env.ts";
import { startWorkerBoss } from "#lib/jobs/boss.ts";
import { type JobName, type JobPayload, jobs } from "#lib/jobs/jobs.ts";
import { workInLanes } from "#lib/jobs/work-in-lanes.ts";
import { oneAtATime } from "#lib/jobs/one-at-a-time.ts";
import { log } from "#lib/log.ts";
import { deliverToReceiver } from "#lib/notify/deliver.ts";
import { fanOut } from "#lib/notify/fan-out.ts";
import { searchEngines } from "#lib/search/engine-of-process.ts";
import type { IndexContext } from "#lib/search/jobs/index-context.ts";
import { indexEntity } from "#lib/search/jobs/index-entity.ts";
import { indexInterface } from "#lib/search/jobs/index-interface.ts";
import { indexVersion } from "#lib/search/jobs/index-version.ts";
import { ensureIndex } from "#lib/search/jobs/rebuild-index.ts";
import { reconcile } from "#lib/search/jobs/reconcile.ts";
import { reindexReporting } from "#lib/search/jobs/reindex-progress.ts";
import { removeFromIndex } from "#lib/search/jobs/remove-from-index.ts";
import { watchServer } from "#lib/search/jobs/watch-server.ts";

// The worker: wires each job to its handler. As many of them as one likes may run.
process.env.INTERMESH_PROCESS ??= "worker";

type Handlers = { [Name in Exclude<JobName, "deliver">]: { run: (payload: JobPayload<Name>) => Promise<unknown>; atOnce: number } };

const db = database();
const index: IndexContext = { db, server: searchEngines().server };
const handlers: Handlers = {
  // The search server takes what waits for it in one go, so several at once cost little more than one.
  "index-version": { run: (payload) => indexVersion(index, payload), atOnce: 6 },
  "index-interface": { run: (payload) => indexInterface(index, payload), atOnce: 2 },
  "index-entity": { run: (payload) => indexEntity(index, payload), atOnce: 4 },
  "remove-from-index": { run: (payload) => removeFromIndex(index, payload), atOnce: 1 },
  "compare-version": { run: (payload) => compareVersion(db, payload, { waitMs: 20_000 }), atOnce: 2 },
  "derive-dependencies": { run: (payload) => deriveDependencies(db, payload), atOnce: 2 },
  "prune-rows": { run: (payload) => pruneRows(db, payload), atOnce: 1 },
  "settle-migrations": { run: (payload) => settleMigrations(db, payload), atOnce: 1 },
  "watch-dates": { run: () => watchDates(db), atOnce: 1 },
  reindex: { run: () => oneAtATime(db, "reindex", () => reindexReporting(index)), atOnce: 1 },
  reconcile: { run: () => oneAtATime(db, "reconcile", () => reconcile(index)), atOnce: 1 },
  "fan-out": { run: (payload) => fanOut(db, payload).then(() => deliveries.wake()), atOnce: 2 },
};

const boss = await startWorkerBoss(env().DATABASE_URL, (error) => log.warn({ err: error }, "job queue"));
// Before the first job: the index exists and has the settings of this release.
if (index.server) await ensureIndex(db, index.server).catch((cause: unknown) => log.warn({ reason: cause instanceof Error ? cause.message : String(cause) }, "the search server does not answer yet"));
// Each receiver of notifications has a lane of its own: most of the time is spent waiting for others to answer.
const deliveries = workInLanes({
  boss, name: "deliver",
  run: (_receiver, payloads, isOver) => {
    const byId = new Map(payloads.map((payload) => [payload.deliveryId, payload]));
    return deliverToReceiver(db, [...byId.keys()], (id) => isOver(byId.get(id)));
  },
  onError: (error) => log.error({ err: error, job: "deliver" }, "delivering failed and is tried again"),
});
for (const name of Object.keys(handlers) as (keyof Handlers)[]) {
  for (let worker = 0; worker < handlers[name].atOnce; worker++) await workOn(name);
}
await boss.schedule("reconcile", "*/10 * * * *", {});
await boss.send("reconcile", {});
await boss.schedule("watch-dates", "7 * * * *", {});
await boss.send("watch-dates", {});
await compareMissing(db).catch((cause: unknown) => log.warn({ err: cause }, "older versions are not compared yet"));
if (index.server) watchServer(index.server, () => boss.send("reconcile", {}));
await deriveMissing(db).catch((cause: unknown) => log.warn({ err: cause }, "what was published before has no dependencies yet"));
log.info("worker is ready");

async function workOn<Name extends keyof Handlers>(name: Name): Promise<void> {
  const { run } = handlers[name];
  const options = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5, batchSize: 1 };
  const work = await boss.work(name, options, async ([job]) => {
    if (!job) return;
    // Where there was one job there may be more: look again at once, not at the next poll.
    boss.notifyWorker(work);
    const started = performance.now();
    try {
      await run(jobs[name].payload.parse(job.data) as JobPayload<Name>);
      log.debug({ job: name, ms: Math.round(performance.now() - started), data: job.data }, "done");
    } catch (error) {
      log.error({ err: error, job: name, data: job.data }, "job failed and is tried again");
      throw error;
    }
  });
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => void deliveries.stop(4_000).then(() => boss.stop({ graceful: true, timeout: 5_000 })).finally(() => process.exit(0)));
}

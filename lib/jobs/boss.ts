import { PgBoss } from "pg-boss";
import { jobs } from "./jobs.ts";

/** A sender: it neither works nor keeps house, it only puts jobs in. Started once for each process. */
export async function startSender(databaseUrl: string, onError: (error: Error) => void): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false, migrate: false, createSchema: false, application_name: "intermesh-sender" });
  boss.on("error", onError);
  await boss.start();
  return boss;
}

/** A worker's instance: wakes on notifications, supervises heartbeats, runs schedules. */
export async function startWorkerBoss(databaseUrl: string, onError: (error: Error) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl, max: 6, useListenNotify: true, application_name: "intermesh-worker",
    superviseIntervalSeconds: 10, monitorIntervalSeconds: 10, maintenanceIntervalSeconds: 600,
  });
  boss.on("error", onError);
  await boss.start();
  return boss;
}

/** Makes or updates the job tables and queues; called after the migrations. */
export async function prepareQueues(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  try {
    for (const [name, job] of Object.entries(jobs)) {
      const policy = (job.queue as { policy?: string }).policy ?? "standard";
      const existing = await boss.getQueue(name);
      // A policy cannot be changed in place; queues with one of their own hold only work that is asked for again at each start.
      if (existing && existing.policy !== policy) await boss.deleteQueue(name);
      await boss.createQueue(name, job.queue);
      const { policy: _policy, ...changeable } = job.queue as typeof job.queue & { policy?: string };
      await boss.updateQueue(name, changeable);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

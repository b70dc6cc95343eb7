import { prepareQueues, startSender } from "#lib/jobs/boss.ts";

/** Asks the worker to build the search index anew from this database. */
export async function requestReindex(databaseUrl: string, reason: string): Promise<void> {
  await prepareQueues(databaseUrl);
  const boss = await startSender(databaseUrl, () => {});
  try {
    await boss.send("reindex", { reason });
  } finally {
    await boss.stop({ graceful: false });
  }
}

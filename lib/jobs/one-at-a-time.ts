import type { Database } from "#db/client.ts";

/** Any number of our own, so that locks of others do not meet ours. */
const lockSpace = 7_203_813;
const places = { reconcile: 1, reindex: 2 } as const;

/**
 * Runs `work` while no other worker runs one of the same name; waits for its turn. The lock belongs to a connection, so it
 * ends with a killed worker.
 */
export async function oneAtATime<T>(db: Database, name: keyof typeof places, work: () => Promise<T>): Promise<T> {
  const connection = await db.$client.connect();
  try {
    await connection.query("select pg_advisory_lock($1, $2)", [lockSpace, places[name]]);
    return await work();
  } finally {
    // The connection is closed rather than kept, so that no failure leaves the lock behind.
    connection.release(true);
  }
}

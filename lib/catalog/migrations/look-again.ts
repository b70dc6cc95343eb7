import type { Transaction } from "#db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";

/** Looks soon whether news have arrived: a consumer is told when they lie in its team's inbox. What arrives at an address says so itself. */
export async function lookAgain(tx: Transaction, interfaceId: number): Promise<void> {
  for (const startAfterSeconds of [3, 60]) await enqueue(tx, "settle-migrations", { interfaceId }, { startAfterSeconds });
}

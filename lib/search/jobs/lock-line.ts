import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

/** Any number of our own, so that locks of others do not meet ours. */
const lockSpace = 7_203_812;

/** Waits until nobody else writes what can be found of a line; held until the transaction ends. */
export async function lockLine(tx: Transaction, lineId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lockSpace}, ${lineId}::integer)`);
}

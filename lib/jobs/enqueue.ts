import { sql } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import { fromDrizzle } from "pg-boss";
import type { Transaction } from "#db/client.ts";
import { env } from "../env.ts";
import { startSender } from "./boss.ts";
import type { JobName, JobPayload } from "./jobs.ts";
import { jobs } from "./jobs.ts";

const store = globalThis as typeof globalThis & { intermeshSender?: Promise<PgBoss> };

/** Puts a job in, inside the transaction of the change that it follows: both happen or neither does. */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayload<Name>,
  /** `group`: jobs of one group are worked on a few at a time, so that a slow one holds up no other. */
  options: { singletonKey?: string; startAfterSeconds?: number; group?: string } = {},
): Promise<void> {
  const boss = await sender();
  const { singletonKey, startAfterSeconds, group } = options;
  await boss.send(name, jobs[name].payload.parse(payload), {
    db: fromDrizzle(tx, sql),
    ...(singletonKey ? { singletonKey } : {}),
    ...(group ? { group: { id: group } } : {}),
    ...(startAfterSeconds ? { startAfter: startAfterSeconds } : {}),
  });
}

/** Puts many jobs of one kind in at once, inside the transaction of the change that they follow. */
export async function enqueueMany<Name extends JobName>(tx: Transaction, name: Name, items: { payload: JobPayload<Name>; startAfterSeconds?: number; group?: string }[]): Promise<void> {
  if (items.length === 0) return;
  const boss = await sender();
  const made = items.map(({ payload, startAfterSeconds, group }) => ({
    data: jobs[name].payload.parse(payload),
    ...(group ? { group: { id: group } } : {}),
    ...(startAfterSeconds ? { startAfter: startAfterSeconds } : {}),
  }));
  await boss.insert(name, made, { db: fromDrizzle(tx, sql) });
}

/** The sender of this process, started at first use. */
export function sender(): Promise<PgBoss> {
  store.intermeshSender ??= startSender(env().DATABASE_URL, () => {}).catch((cause: unknown) => {
    // A sender that could not start is tried again at the next job.
    store.intermeshSender = undefined;
    throw cause;
  });
  return store.intermeshSender;
}

/** Closes the sender's connections; for tests and scripts that end. */
export async function closeSender(): Promise<void> {
  const boss = await store.intermeshSender;
  store.intermeshSender = undefined;
  await boss?.stop({ graceful: false });
}

import type { Transaction } from "#db/client.ts";

const store = globalThis as typeof globalThis & { intermeshDatabase?: { db: unknown } };

/** Runs with the database of this process inside one transaction, which is rolled back: cells leave no trace for one another. */
export async function inRollback<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
  const held = store.intermeshDatabase;
  if (!held) throw new Error("no database is open");
  const real = held.db as { transaction(work: (tx: Transaction) => Promise<void>): Promise<void> };
  const done = new Error("rolled back on purpose");
  let result: { value: T } | undefined;
  await real
    .transaction(async (tx) => {
      const { one, settled } = oneAtATime(tx);
      held.db = one;
      try {
        result = { value: await run(tx) };
      } finally {
        // A page that found one thing missing may still be looking for others.
        await settled();
        held.db = real;
      }
      throw done;
    })
    .catch((error: unknown) => {
      if (error !== done) throw error;
    });
  if (!result) throw new Error("nothing ran");
  return result.value;
}

/** Transactions side by side would be savepoints of one name on one connection: here they follow one another. */
function oneAtATime(tx: Transaction): { one: Transaction; settled: () => Promise<void> } {
  const begin = tx.transaction.bind(tx);
  let last: Promise<unknown> = Promise.resolve();
  tx.transaction = ((...given: Parameters<typeof begin>) => {
    const next = last.then(() => begin(...given));
    last = next.catch(() => undefined);
    return next;
  }) as typeof begin;
  const settled = async () => {
    for (let seen: unknown = null; seen !== last; ) {
      seen = last;
      await last;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { one: tx, settled };
}

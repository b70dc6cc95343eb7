import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** Waits until the index holds whatever was published, as long as that makes headway; how many versions it still lacks. */
export async function untilIndexed(databaseUrl: string, patienceMs = 60_000): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    let least = Infinity;
    let deadline = performance.now() + patienceMs;
    for (;;) {
      const { rows } = await client.query<{ count: number }>("select count(*)::int as count from versions where indexed_at is null");
      const count = rows[0]?.count ?? 0;
      if (count < least) [least, deadline] = [count, performance.now() + patienceMs];
      if (count === 0 || performance.now() > deadline) return count;
      await sleep(1_000);
    }
  } finally {
    await client.end();
  }
}

import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** Waits until the index holds whatever was published, as long as that makes headway; the interfaces that it still lacks, and why. */
export async function untilIndexed(databaseUrl: string, patienceMs = 180_000): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    let least = Infinity;
    let deadline = performance.now() + patienceMs;
    for (;;) {
      const { rows } = await client.query<{ slug: string; why: string | null }>(`
        select i.slug, (select left(j.output::text, 300) from pgboss.job j where j.name = 'index-version' and j.data ->> 'versionId' = v.id::text order by j.created_on desc limit 1) as why
        from versions v join interfaces i on i.id = v.interface_id where v.indexed_at is null`);
      if (rows.length < least) [least, deadline] = [rows.length, performance.now() + patienceMs];
      if (rows.length === 0 || performance.now() > deadline) return rows.map(({ slug, why }) => `${slug}: ${why ?? "still waiting"}`);
      await sleep(1_000);
    }
  } finally {
    await client.end();
  }
}

import { readFile } from "node:fs/promises";
import { Client } from "pg";
import { MeilisearchEngine } from "#lib/search/engines/meilisearch.ts";
import { indexName } from "#lib/search/index-name.ts";
import type { Stack } from "#scripts/stack.ts";

/** Waits until nothing waits to be indexed and no job is left, that of comparing index and database included; gives what still waits when the time is over. */
export async function waitUntilIndexed(stack: Stack, timeoutMs = 180_000): Promise<{ waiting: number; jobs: string[] }> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const [row] = await query<{ waiting: string; jobs: string[] }>(stack.databaseUrl, `
      select (select count(*) from versions v join lines l on l.current_version_id = v.id where v.indexed_at is null) as waiting,
             array(select name || ' ' || state || ', tried ' || retry_count || ' times, from ' || start_after || ', now ' || now() from pgboss.job
               where name in ('index-version', 'index-interface', 'remove-from-index', 'reconcile') and state in ('created', 'retry', 'active')) as jobs`).catch(() => []);
    const left = row ? { waiting: Number(row.waiting), jobs: row.jobs } : { waiting: -1, jobs: ["the database does not answer"] };
    if ((left.waiting === 0 && left.jobs.length === 0) || Date.now() > end) return left;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** What no version may be: half there. Each sentence names one that is. */
export async function halfVisible(databaseUrl: string): Promise<string[]> {
  const rows = await query<{ text: string }>(databaseUrl, `
    select 'version ' || v.id || ': rows of operations' as text from versions v
      where v.has_rows and v.operation_count <> (select count(*) from operations o where o.version_id = v.id)
    union all select 'version ' || v.id || ': no text' from versions v where not exists (select 1 from version_files f join blobs b on b.sha256 = f.sha256 where f.version_id = v.id)
    union all select 'version ' || v.id || ': no diagnostics' from versions v where not exists (select 1 from version_diagnostics d where d.version_id = v.id)
    union all select 'line ' || l.id || ': sequence' from lines l where l.last_sequence <> (select count(*) from versions v where v.line_id = l.id)
    union all select 'line ' || l.id || ': no current version' from lines l where l.current_version_id is null
    union all select 'interface ' || i.id || ': slug' from interfaces i where not exists (select 1 from interface_slugs s where s.slug = i.slug and s.interface_id = i.id)`);
  return rows.map(({ text }) => text);
}

/** Whether the search server holds exactly what the database says can be found: differing runs of indexing. */
export async function indexDifferences(stack: Stack): Promise<string[]> {
  const { worker } = await stack.pids();
  const environment = new Map((await readFile(`/proc/${worker}/environ`, "utf8")).split("\0").map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
  const server = new MeilisearchEngine({ url: environment.get("MEILI_URL") ?? "", key: environment.get("MEILI_MASTER_KEY"), index: indexName({ INTERMESH_SECRET: environment.get("INTERMESH_SECRET") ?? "", MEILI_INDEX: environment.get("MEILI_INDEX") }) });
  const found = await server.countByStamp();
  const wanted = new Map((await query<{ stamp: string; count: string }>(stack.databaseUrl, "select stamp, count(*) from search_documents group by stamp")).map(({ stamp, count }) => [stamp, Number(count)]));
  return [...new Set([...found.keys(), ...wanted.keys()])].filter((stamp) => found.get(stamp) !== wanted.get(stamp)).map((stamp) => `${stamp}: index ${found.get(stamp) ?? 0}, database ${wanted.get(stamp) ?? 0}`);
}

async function query<Row extends object>(databaseUrl: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

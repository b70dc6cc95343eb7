import type { Pool } from "pg";

export type Start = { id: number; slug: string; degree: number };

/** The same answer as bare SQL gives it: ids by distance, 200 of them, with their number; no titles, edges or visibility. */
const recursive = `
  with recursive up(id, depth) as (
    select $1::bigint, 0 union
    select d.to_service_id, up.depth + 1 from up join dependencies d on d.from_service_id = up.id where up.depth < 3 and d.to_service_id is not null and d.dismissed_at is null
  ), down(id, depth) as (
    select $1::bigint, 0 union
    select d.from_service_id, down.depth + 1 from down join dependencies d on d.to_service_id = down.id where down.depth < 3 and d.from_service_id is not null and d.dismissed_at is null
  ), nearest as (select id, min(depth) as depth from (select * from up union all select * from down) reached group by id)
  select id, depth, count(*) over ()::int as total from nearest order by depth, id limit 200`;

export async function recursiveQuery(pool: Pool, start: Start): Promise<number> {
  const { rows } = await pool.query(recursive, [start.id]);
  return Number(rows[0]?.total ?? 0);
}

/** The other way to ask PostgreSQL: one query for each hop, with the frontier as an array. */
export async function frontierQueries(pool: Pool, start: Start): Promise<number> {
  const reached = new Set([start.id]);
  for (const [from, to] of [["from_service_id", "to_service_id"], ["to_service_id", "from_service_id"]] as const) {
    const seen = new Set([start.id]);
    let frontier = [start.id];
    for (let hop = 0; hop < 3 && frontier.length > 0; hop++) {
      const { rows } = await pool.query<{ id: string }>(`select distinct ${to} as id from dependencies where ${from} = any($1::bigint[]) and ${to} is not null and dismissed_at is null`, [frontier]);
      frontier = rows.map(({ id }) => Number(id)).filter((id) => !seen.has(id));
      for (const id of frontier) {
        seen.add(id);
        reached.add(id);
      }
    }
  }
  return reached.size;
}

/** The page as a reader gets it, over HTTP. */
export async function pageOfGraph(url: string, start: Start, cursor?: string): Promise<{ total: number; nodes: number; next: string | null }> {
  const query = new URLSearchParams({ focus: `service:${start.slug}`, depth: "3", limit: "200", ...(cursor ? { cursor } : {}) });
  const response = await fetch(`${url}/api/v1/graph?${query}`);
  if (response.status !== 200) throw new Error(`The graph answered ${response.status}.`);
  const graph = (await response.json()) as { total: number; nodes: unknown[]; next: string | null };
  return { total: graph.total, nodes: graph.nodes.length, next: graph.next };
}

/** All services by how many dependencies touch them. */
export async function startsOf(pool: Pool): Promise<Start[]> {
  const { rows } = await pool.query<{ id: string; slug: string; degree: string }>(`
    select s.id, s.slug, (select count(*) from dependencies where from_service_id = s.id) + (select count(*) from dependencies where to_service_id = s.id) as degree
    from services s where s.slug <> 'intermesh' order by s.id`);
  return rows.map(({ id, slug, degree }) => ({ id: Number(id), slug, degree: Number(degree) }));
}

export async function timesOf<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) {
    const started = performance.now();
    await run(item);
    times.push(performance.now() - started);
  }
  return times;
}

/** The value that a share of all does not exceed. */
export function percentile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

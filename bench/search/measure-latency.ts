import type { Database } from "../../db/client.ts";
import { nothingWithheld } from "../../lib/search/engine.ts";
import { countedFacets } from "../../lib/search/facets.ts";
import { requestBodies, type Bodies } from "../../lib/search/engines/meilisearch-query.ts";
import { parseQuery } from "../../lib/search/query.ts";
import { readLexicon } from "../../lib/search/read-lexicon.ts";
import { rankedMax } from "../../lib/search/find.ts";
import { understand } from "../../lib/search/understand.ts";
import { median } from "../shared/report.ts";
import { ask } from "./ask.ts";
import { percentile } from "./percentile.ts";

export type Latency = { oursP50: number; oursP95: number; straightP50: number; straightP95: number; byPostgres: number };
type Server = { url: string; key: string; index: string };

/**
 * Each query asked of `/api/v1/search`, and its very bodies (as the server sends them: both at once where there are two) of
 * the search server, in turn. The percentiles are those of the middle round; `byPostgres` counts answers of the other engine.
 */
export async function measureLatency(db: Database, web: string, server: Server, queries: string[], rounds: number): Promise<Latency> {
  const lexicon = readLexicon(db);
  await lexicon.refresh();
  const asked = queries.map((text) => {
    const query = understand(parseQuery(text), lexicon);
    const request = { query, filters: {}, audience: ["public", "internal"] as ("public" | "internal")[], withheld: nothingWithheld, limit: rankedMax, facets: countedFacets };
    return { url: `${web}/api/v1/search?${new URLSearchParams({ q: text })}`, bodies: bodiesOf(requestBodies(server.index, request)).map((body) => JSON.stringify(body)) };
  });
  let byPostgres = 0;
  const ours = async ({ url }: (typeof asked)[number]) => {
    const text = await ask(url);
    if (!text.includes('"engine":"meilisearch"')) byPostgres += 1;
  };
  const straight = async ({ bodies }: (typeof asked)[number]) => void (await Promise.all(bodies.map((body) => ask(`${server.url}/multi-search`, { body, key: server.key }))));
  for (const query of asked) {
    await ours(query);
    await straight(query);
  }
  byPostgres = 0;
  const taken: { ours: number[]; straight: number[] }[] = [];
  for (let round = 0; round < rounds; round++) {
    const times = { ours: [] as number[], straight: [] as number[] };
    for (const query of asked) {
      times.ours.push(await timed(() => ours(query)));
      times.straight.push(await timed(() => straight(query)));
    }
    taken.push(times);
  }
  const middle = (of: "ours" | "straight", share: number) => median(taken.map((times) => percentile(times[of], share)));
  return { oursP50: middle("ours", 0.5), oursP95: middle("ours", 0.95), straightP50: middle("straight", 0.5), straightP95: middle("straight", 0.95), byPostgres };
}

function bodiesOf({ strict, loose, counts }: Bodies): object[] {
  return [strict, loose, counts].filter((body) => body !== null);
}

async function timed(run: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

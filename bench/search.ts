import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { connect } from "../db/client.ts";
import { MeilisearchEngine } from "../lib/search/engines/meilisearch.ts";
import type { SearchDocument } from "../lib/search/search-document.ts";
import { startLocalMeilisearch } from "../scripts/engines/start-engines.ts";
import { makeStateHome } from "../scripts/run/state.ts";
import { startStack } from "../scripts/stack.ts";
import { findCorpus } from "./ingest/find-corpus.ts";
import { fillMesh } from "./search/fill-mesh.ts";
import { baseOf, generateInterface } from "./search/generate-mesh.ts";
import { measureIndexing } from "./search/measure-indexing.ts";
import { measureLatency, type Latency } from "./search/measure-latency.ts";
import { queriesOf } from "./search/queries-of.ts";
import { note, printReport, rounded, seconds, type Report } from "./shared/report.ts";
import { runNode } from "./shared/run-node.ts";

// npm run bench -- search [--corpus DIR] [--small 500] [--interfaces 10000] [--queries 200] [--rounds 5] [--seed 1] [--only corpus|mesh]
const { values } = parseArgs({
  options: {
    corpus: { type: "string" }, small: { type: "string", default: "500" }, interfaces: { type: "string", default: "10000" },
    queries: { type: "string", default: "200" }, rounds: { type: "string", default: "5" }, seed: { type: "string", default: "1" }, only: { type: "string" },
  },
});
const [count, rounds, seed] = [Number(values.queries), Number(values.rounds), Number(values.seed)];
const corpus = values.corpus ?? findCorpus();
const home = await mkdtemp(path.join(tmpdir(), "intermesh-bench-"));
const meiliHome = path.join(home, "engine");
await makeStateHome(meiliHome);
const key = randomBytes(24).toString("base64url");
const engine = await startLocalMeilisearch(meiliHome, key);
if (!engine) throw new Error("There is no Meilisearch on this machine.");
const index = "intermesh-bench";
// Without a corpus the demo mesh is what everything is made from.
const stack = await startStack({ home: path.join(home, "product"), empty: corpus !== null, env: { MEILI_URL: engine.url, MEILI_MASTER_KEY: key, MEILI_INDEX: index } });
const { db, close } = connect(stack.databaseUrl);
const report: Report = { bench: "search", ratios: {}, figures: { corpus: corpus ? "corpus" : "demo", queries: count, rounds, seed } };
const rows: [string, string][] = [];

try {
  const server = new MeilisearchEngine({ url: engine.url, key, index });
  const straight = { url: engine.url, key, index };
  if (corpus) await runNode(fileURLToPath(new URL("../cli/main.ts", import.meta.url)), ["import", corpus, "--json", "--report", path.join(home, "import.jsonl")], { env: { INTERMESH_URL: stack.url, INTERMESH_TOKEN: stack.token }, codes: [0, 1] });
  await untilIndexed();
  // Comparing with the database by the clock would empty the generated mesh: it is in the index alone.
  await db.execute(sql`delete from pgboss.schedule`);
  const documents = (await db.execute<{ body: SearchDocument }>(sql`select body from search_documents order by id`)).rows.map(({ body }) => body);
  note(`${documents.length} documents of ${corpus ? "the corpus" : "the demo mesh"}`);

  if (values.only !== "mesh") {
    const latency = await measureLatency(db, stack.url, straight, queriesOf(documents, count, seed), rounds);
    add("corpus", `${documents.length} documents of ${corpus ? "the corpus" : "the demo mesh"}`, latency);
    report.ratios["overhead"] = rounded(latency.oursP95 / latency.straightP95);
    const indexing = await measureIndexing(db, server, documents, Math.min(rounds, 3));
    report.ratios["indexing"] = rounded(indexing.oursMs / indexing.aloneMs);
    Object.assign(report.figures, { indexedDocuments: indexing.documents, reindexPerSecond: rounded((indexing.documents / indexing.oursMs) * 1000, 0), alonePerSecond: rounded((indexing.documents / indexing.aloneMs) * 1000, 0) });
    rows.push(["Index built anew and swapped in", `${seconds(indexing.oursMs)}; Meilisearch fed alone ${seconds(indexing.aloneMs)}; ratio ${(indexing.oursMs / indexing.aloneMs).toFixed(2)}`]);
  }
  if (values.only !== "corpus") {
    const base = baseOf(documents);
    const small = await measureMesh("small", Number(values.small));
    const large = await measureMesh("large", Number(values.interfaces));
    report.ratios["overheadLarge"] = rounded(large.oursP95 / large.straightP95);
    report.ratios["growth"] = rounded(large.oursP95 / small.oursP95);

    async function measureMesh(name: string, interfaces: number): Promise<Latency> {
      const started = performance.now();
      const filled = await fillMesh(db, server, base, interfaces);
      note(`mesh of ${interfaces} interfaces, ${filled} documents, filled in ${seconds(performance.now() - started)}`);
      // A fresh process: it reads the lexicon of this mesh.
      await stack.kill("web");
      await sleep(500);
      while (!(await fetch(`${stack.url}/readyz`).then(({ ok }) => ok, () => false))) await sleep(200);
      // The queries are of interfaces that both meshes have.
      const asked = Array.from({ length: 100 }, (_, number) => generateInterface(base, number)).flat();
      const latency = await measureLatency(db, stack.url, straight, queriesOf(asked, count, seed), rounds);
      add(name, `${interfaces} interfaces, ${filled} documents`, latency);
      return latency;
    }
  }
} finally {
  await close();
  await stack.stop();
  await engine.stop();
  await rm(home, { recursive: true, force: true });
}
printReport(report, rows);

function add(name: string, what: string, { oursP50, oursP95, straightP50, straightP95, byPostgres }: Latency): void {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  note(`${what}: /api/v1/search p95 ${ms(oursP95)}, straight ${ms(straightP95)}`);
  Object.assign(report.figures, { [`${name}OursP50`]: rounded(oursP50), [`${name}OursP95`]: rounded(oursP95), [`${name}StraightP50`]: rounded(straightP50), [`${name}StraightP95`]: rounded(straightP95), [`${name}ByPostgres`]: byPostgres });
  rows.push(
    [what, `${count} queries, one after the other, median of ${rounds} rounds`],
    ["  /api/v1/search", `p50 ${ms(oursP50)}, p95 ${ms(oursP95)}${byPostgres > 0 ? `; ${byPostgres} answers by PostgreSQL` : ""}`],
    ["  the same bodies straight to Meilisearch", `p50 ${ms(straightP50)}, p95 ${ms(straightP95)}; ratio of p95 ${(oursP95 / straightP95).toFixed(2)}`],
  );
}

async function untilIndexed(): Promise<void> {
  for (;;) {
    const [row] = (await db.execute<{ left: number }>(sql`select (select count(*) from versions where indexed_at is null) + (select count(*) from pgboss.job where name in ('index-version', 'index-interface', 'index-entity', 'reconcile', 'reindex') and state in ('created', 'retry', 'active') and start_after <= now()) as left`)).rows;
    if (Number(row?.left) === 0) return;
    await sleep(500);
  }
}

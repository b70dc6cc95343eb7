import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { followMemory } from "../shared/memory.ts";
import { note, seconds } from "../shared/report.ts";
import { runNode } from "../shared/run-node.ts";
import { baselineMs } from "./baseline-ms.ts";
import { stackForBench } from "./stack-for-bench.ts";

export type CorpusFigures = { importedMs: number; findableMs: number; againMs: number; baselineMs: number; webMb: number; slowestPageMs: number; documents: number; published: number; rejected: number };

const cli = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

/**
 * A whole folder, imported by the command line until all of it can be found, against the libraries alone on each of its
 * documents, one after the other. Meanwhile pages are asked for, and again the import: it publishes nothing new.
 */
export async function measureCorpus(folder: string): Promise<CorpusFigures> {
  const stack = await stackForBench();
  const report = path.join(tmpdir(), `intermesh-bench-${process.pid}.jsonl`);
  const env = { INTERMESH_URL: stack.url, INTERMESH_TOKEN: stack.token };
  const importFolder = () => runNode(cli, ["import", folder, "--json", "--report", report], { env, codes: [0, 1] });
  try {
    const memory = followMemory(async () => (await stack.pids()).web);
    const pages = followPages(stack.url);
    const started = performance.now();
    const { out } = await importFolder();
    const importedMs = performance.now() - started;
    await untilIndexed(stack.databaseUrl);
    const findableMs = performance.now() - started;
    const { documents, published, rejected } = JSON.parse(out) as { documents: number; published: number; rejected: number };
    note(`corpus: ${published} of ${documents} published in ${seconds(importedMs)}, all found after ${seconds(findableMs)}`);
    const slowestPageMs = pages.end();
    const again = await importFolder();
    const { published: publishedAgain } = JSON.parse(again.out) as { published: number };
    if (publishedAgain > 0) throw new Error(`${publishedAgain} documents were published again.`);
    const webMb = await memory.end();
    const files = (await readFile(report, "utf8")).trim().split("\n").map((line) => JSON.parse(line) as { path: string; status: string });
    const baseline = await baselineMs(files.filter(({ status }) => status !== "skipped").map((file) => path.join(folder, file.path)));
    note(`corpus: the libraries alone take ${seconds(baseline.ms)}`);
    return { importedMs, findableMs, againMs: again.ms, baselineMs: baseline.ms, webMb, slowestPageMs, documents, published, rejected };
  } finally {
    await stack.end();
    await rm(report, { force: true });
  }
}

/** Every version that was published is in the index. */
async function untilIndexed(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ left: number }>("select count(*)::int as left from versions where indexed_at is null");
      if (rows[0]?.left === 0) return;
      await sleep(100);
    }
  } finally {
    await client.end();
  }
}

/** Asks for pages now and then; `end` gives the slowest answer in milliseconds. Throws there if one was no page. */
function followPages(url: string): { end(): number } {
  let slowest = 0;
  let wrong: string | null = null;
  let ended = false;
  void (async () => {
    while (!ended) {
      for (const page of ["/", "/interfaces", "/search?q=order"]) {
        const started = performance.now();
        const response = await fetch(`${url}${page}`).catch((error: unknown) => String(error));
        if (typeof response === "string" || !response.ok) wrong ??= `${page}: ${typeof response === "string" ? response : response.status}`;
        else await response.arrayBuffer();
        slowest = Math.max(slowest, performance.now() - started);
      }
      await sleep(1_000);
    }
  })();
  return {
    end() {
      ended = true;
      if (wrong) throw new Error(`A page was not answered meanwhile: ${wrong}`);
      return Math.round(slowest);
    },
  };
}

import { readFileSync } from "node:fs";
import { followMemory } from "../shared/memory.ts";
import { median, note, seconds } from "../shared/report.ts";
import { baselineMs } from "./baseline-ms.ts";
import { operationsOf, sampled } from "./operations-of.ts";
import { publish, stackForBench } from "./stack-for-bench.ts";
import { untilFound } from "./until-found.ts";

export type GithubFigures = { findableMs: number; publishedMs: number; baselineMs: number; webMb: number; operations: number; rounds: number };

/**
 * GitHub's document, from the start of its upload until 20 operations spread over it are each returned by the search,
 * against `SwaggerParser.validate` alone on the same file. Each round has a fresh product and a fresh baseline process.
 */
export async function measureGithub(file: string, rounds: number): Promise<GithubFigures> {
  const operations = operationsOf(file);
  const body = readFileSync(file);
  const taken = { findable: [] as number[], published: [] as number[], baseline: [] as number[], webMb: [] as number[] };
  for (let round = 1; round <= rounds; round++) {
    taken.baseline.push((await baselineMs([file])).ms);
    const stack = await stackForBench();
    try {
      const memory = followMemory(async () => (await stack.pids()).web);
      const started = performance.now();
      await publish(stack, "github", body);
      taken.published.push(performance.now() - started);
      await untilFound(stack.url, "github", sampled(operations, 20));
      taken.findable.push(performance.now() - started);
      taken.webMb.push(await memory.end());
    } finally {
      await stack.end();
    }
    note(`github ${round}/${rounds}: published ${seconds(taken.published.at(-1) ?? 0)}, found ${seconds(taken.findable.at(-1) ?? 0)}; SwaggerParser.validate ${seconds(taken.baseline.at(-1) ?? 0)}`);
  }
  return {
    findableMs: median(taken.findable),
    publishedMs: median(taken.published),
    baselineMs: median(taken.baseline),
    webMb: Math.max(...taken.webMb),
    operations: operations.length,
    rounds,
  };
}

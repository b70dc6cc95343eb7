import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import pLimit from "p-limit";
import { Agent } from "undici";
import { defaultLimits } from "../lib/spec/limits.ts";
import { findCorpus } from "./ingest/find-corpus.ts";
import { stackForBench } from "./ingest/stack-for-bench.ts";
import { hostileSet } from "./mutate/hostile-set.ts";
import { mutants } from "./mutate/mutants.ts";
import { otherRequests } from "./mutate/other-requests.ts";
import { untilIndexed } from "./mutate/until-indexed.ts";
import { followMemory } from "./shared/memory.ts";
import { note, printReport, rounded, seconds } from "./shared/report.ts";

// npm run bench -- mutate [--corpus DIR] [--count N] [--seed N] [--only mutants|hostile] [--url URL --token TOKEN]
const { values } = parseArgs({
  options: {
    corpus: { type: "string" }, count: { type: "string", default: "2000" }, seed: { type: "string", default: "7" }, concurrency: { type: "string", default: "4" },
    only: { type: "string" }, url: { type: "string" }, token: { type: "string", default: "" },
  },
});
const corpus = values.corpus ?? process.env["INTERMESH_CORPUS"] ?? findCorpus();
if (corpus === null && values.only !== "hostile") {
  note("No corpus: name a folder of documents with --corpus DIR or INTERMESH_CORPUS.");
  process.exit(2);
}

type Answer = { name: string; status: number; ms: number; detail: string };
const answers: Answer[] = [];

const forbidden = createServer((_request, response) => {
  asked++;
  response.end("{}");
});
let asked = 0;
await new Promise<void>((resolve) => forbidden.listen(0, "127.0.0.1", resolve));
const forbiddenUrl = `http://127.0.0.1:${(forbidden.address() as AddressInfo).port}`;

const stack = values.url === undefined ? await stackForBench() : null;
const url = stack?.url ?? values.url ?? "";
const token = stack?.token ?? values.token;
const memory = stack === null ? null : followMemory(async () => (await stack.pids()).web);
const others = otherRequests(url);
const limit = pLimit(Number(values.concurrency));
const pending: Promise<void>[] = [];

if (values.only !== "hostile") {
  let number = 0;
  for await (const { name, of, body } of mutants(corpus ?? "", Number(values.count), Number(values.seed))) {
    const slug = `mutant-${(number += 1)}`;
    pending.push(limit(() => post(`${name} in ${of}`, slug, body)));
    // Bodies are made as they are needed: all at once would not fit.
    while (limit.pendingCount > 20) await Promise.race(pending.slice(-limit.pendingCount));
    if (number % 200 === 0) note(`${number} of ${values.count} sent`);
  }
}
if (values.only !== "mutants") {
  for (const [index, { name, contentType, body }] of hostileSet(forbiddenUrl).entries()) {
    pending.push(limit(() => post(name, `hostile-${index}`, body as Uint8Array<ArrayBuffer>, contentType)));
  }
}
await Promise.all(pending);
const kept = await others.end();
const left = stack === null ? [] : await untilIndexed(stack.databaseUrl);
const unindexed = left.length;
for (const one of left.slice(0, 20)) note(`not indexed: ${one}`);
const webMb = (await memory?.end()) ?? 0;
await stack?.end();
forbidden.close();

const serverErrors = answers.filter(({ status }) => status === 0 || status >= 500);
const slowestMs = Math.max(...answers.map(({ ms }) => ms));
const late = answers.filter(({ ms }) => ms > defaultLimits.timeoutMs * 1.1);
for (const { name, status, ms, detail } of [...serverErrors, ...late].slice(0, 30)) {
  const request = /"requestId":"([^"]+)"/.exec(detail)?.[1];
  const logged = request === undefined ? [] : (stack?.output() ?? "").split("\n").filter((line) => line.includes(request));
  note(`${status} after ${seconds(ms)}: ${name}: ${detail}\n${logged.join("\n")}`);
}
for (const { name, status, ms, detail } of [...answers].sort((a, b) => b.ms - a.ms).slice(0, 10)) note(`slow: ${status} after ${seconds(ms)}: ${name}: ${detail.slice(0, 120)}`);
const counts = Object.entries(Object.groupBy(answers, ({ status }) => String(status))).map(([status, list]) => `${list?.length} × ${status}`);
printReport(
  {
    bench: "mutate",
    ratios: { serverErrors: rounded(serverErrors.length / answers.length, 5), pastLimit: rounded(late.length / answers.length, 5), othersFailed: rounded(kept.failed / kept.asked, 5), slowestToLimit: rounded(slowestMs / defaultLimits.timeoutMs, 3), unindexed: rounded(unindexed / answers.length, 5) },
    figures: { uploads: answers.length, seed: Number(values.seed), serverErrors: serverErrors.length, pastLimit: late.length, slowestMs: rounded(slowestMs, 0), forbiddenAsked: asked, unindexed, othersAsked: kept.asked, othersFailed: kept.failed, othersSlowestMs: kept.slowestMs, othersP99Ms: kept.p99Ms, webMb },
  },
  [
    [`${answers.length} uploads, ${values.concurrency} at a time, seed ${values.seed}`, counts.join(", ")],
    ["  answers of 5xx", String(serverErrors.length)],
    ["  past the limit of time", `${late.length} (slowest ${seconds(slowestMs)}, limit ${seconds(defaultLimits.timeoutMs)})`],
    ["  requests to an address in a document", String(asked)],
    ["  published and not indexed in the end", String(unindexed)],
    ["  other requests meanwhile", `${kept.asked}, failed ${kept.failed}, p99 ${kept.p99Ms} ms, slowest ${kept.slowestMs} ms (${kept.slowestPath})`],
    ["  web process, most memory", `${webMb} MB`],
  ],
);
process.exit(serverErrors.length + late.length + kept.failed + asked + unindexed > 0 ? 1 : 0);

async function post(name: string, slug: string, body: FormData | Uint8Array<ArrayBuffer>, contentType?: string): Promise<void> {
  const headers: Record<string, string> = { authorization: `Bearer ${token}`, ...(contentType === undefined ? {} : { "content-type": contentType }) };
  const started = performance.now();
  const signal = AbortSignal.timeout(defaultLimits.timeoutMs * 2);
  // A body refused halfway ends its connection: none of these is used twice, or another upload would pay for it.
  const dispatcher = new Agent({ pipelining: 0, keepAliveTimeout: 1, keepAliveMaxTimeout: 1 });
  const answer = await fetch(`${url}/api/v1/specs?interface=${slug}&new=true`, { method: "POST", headers, body, signal, dispatcher } as RequestInit).then(
    async (response) => ({ status: response.status, detail: response.status >= 400 ? (await response.text()).slice(0, 400) : (await response.arrayBuffer(), "") }),
    (error: unknown) => ({ status: 0, detail: error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error) }),
  );
  answers.push({ name, ms: performance.now() - started, ...answer });
  await dispatcher.close();
}

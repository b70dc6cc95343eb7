import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { operationUrl } from "../lib/catalog/urls/operation-url.ts";
import { githubDocument } from "./ingest/github-document.ts";
import { publish, stackForBench } from "./ingest/stack-for-bench.ts";
import { chooseOperations, smallDocument, type Chosen } from "./reference/choose-operations.ts";
import { openPage, startBrowser, type Opened } from "./reference/open-page.ts";
import { servePeers } from "./reference/serve-peers.ts";
import { median, note, printReport, rounded } from "./shared/report.ts";

// npm run bench -- reference [--github FILE] [--rounds N] [--peer-rounds N] [--limit SECONDS] [--peers redoc,scalar,swagger]
const { values } = parseArgs({ options: { github: { type: "string" }, rounds: { type: "string", default: "5" }, "peer-rounds": { type: "string", default: "5" }, limit: { type: "string", default: "120" }, peers: { type: "string", default: "redoc,scalar,swagger" } } });
const wanted = values.peers.split(",");
const limitMs = Number(values.limit) * 1000;
const file = values.github ?? (await githubDocument());
const chosen = chooseOperations(file);
const names = ["first", "middle", "last"];
const folder = await mkdtemp(path.join(tmpdir(), "intermesh-reference-"));
const small = path.join(folder, "small.json");
await writeFile(small, smallDocument(file, chosen));

const stack = await stackForBench();
const peers = await servePeers(file);
const browser = await startBrowser();
try {
  await publish(stack, "large", readFileSync(file));
  await publish(stack, "small", readFileSync(small));
  const ours = (slug: string) => (operation: Chosen) => `${stack.url}${operationUrl({ slug, key: `${operation.method.toUpperCase()} ${operation.path.replace(/\{[^}]*\}/g, "{}")}` })}`;
  // Each tool's own deep link.
  const tools: { name: string; rounds: number; link: (operation: Chosen) => string }[] = [
    { name: "intermesh", rounds: Number(values.rounds), link: ours("large") },
    { name: "intermesh-small", rounds: Number(values.rounds), link: ours("small") },
    { name: "redoc", rounds: Number(values["peer-rounds"]), link: ({ tag, operationId }) => `${peers.url}/redoc#tag/${tag}/operation/${operationId}` },
    { name: "scalar", rounds: Number(values["peer-rounds"]), link: ({ tag, method, path: at }) => `${peers.url}/scalar#tag/${tag}/${method.toUpperCase()}${at}` },
    { name: "swagger", rounds: Number(values["peer-rounds"]), link: ({ tag, operationId }) => `${peers.url}/swagger#/${tag}/${operationId.replaceAll("/", "%2F")}` },
  ];
  for (const operation of chosen) await openPage(browser, ours("large")(operation), operation, limitMs).then(() => openPage(browser, ours("small")(operation), operation, limitMs));

  const figures: Record<string, number | string> = { rounds: Number(values.rounds), peerRounds: Number(values["peer-rounds"]) };
  const of: Record<string, { ms: number; heapMb: number }> = {};
  const rows: [string, string][] = chosen.map((operation, index): [string, string] => [`${names[index]} operation`, `${operation.method.toUpperCase()} ${operation.path}, its parameter ${operation.parameter}`]);
  for (const { name, rounds, link } of tools.filter((tool) => tool.name.startsWith("intermesh") || wanted.includes(tool.name))) {
    const all: Opened[] = [];
    for (const [index, operation] of chosen.entries()) {
      const opened: Opened[] = [];
      for (let round = 0; round < rounds; round += 1) opened.push(await openPage(browser, link(operation), operation, limitMs));
      all.push(...opened);
      const seen = median(opened.map(({ ms }) => ms ?? limitMs));
      const missed = opened.filter(({ ms }) => ms === null).length;
      const text = `${(seen / 1000).toFixed(2)} s${missed > 0 ? ` (not shown within ${limitMs / 1000} s: ${missed} of ${rounds})` : ""}, ${rounded(median(opened.map(({ bytes }) => bytes)) / 1e6)} MB moved, heap ${rounded(median(opened.map(({ heapMb }) => heapMb)), 1)} MB, ${median(opened.map(({ nodes }) => nodes)).toLocaleString("en")} nodes`;
      rows.push([`${name}, ${names[index]}`, text]);
      note(`${name}, ${names[index]}: ${text}`);
      figures[`${name}-${names[index]}-ms`] = rounded(seen, 0);
      figures[`${name}-${names[index]}-bytes`] = rounded(median(opened.map(({ bytes }) => bytes)), 0);
      figures[`${name}-${names[index]}-heapMb`] = rounded(median(opened.map(({ heapMb }) => heapMb)), 1);
      figures[`${name}-${names[index]}-nodes`] = median(opened.map(({ nodes }) => nodes));
    }
    of[name] = { ms: median(all.map(({ ms }) => ms ?? limitMs)), heapMb: median(all.map(({ heapMb }) => heapMb)) };
  }
  const best = (pick: (tool: { ms: number; heapMb: number }) => number) => Math.min(...wanted.map((name) => (of[name] ? pick(of[name]) : Infinity)));
  const [large, little] = [of["intermesh"], of["intermesh-small"]];
  const ratios = { time: rounded((large?.ms ?? NaN) / best(({ ms }) => ms), 4), heap: rounded((large?.heapMb ?? NaN) / best(({ heapMb }) => heapMb), 3), size: rounded((large?.ms ?? NaN) / (little?.ms ?? NaN)) };
  rows.push(["time, ours ÷ the best of theirs", `${ratios.time} (at most 0.05)`], ["heap, ours ÷ the best of theirs", `${ratios.heap} (at most 0.1)`], ["the large document ÷ the small one", `${ratios.size} (at most 1.5)`]);
  printReport({ bench: "reference", ratios, figures }, rows);
} finally {
  await browser.close();
  peers.stop();
  await stack.end();
  await rm(folder, { recursive: true, force: true });
}

import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { crawlPages } from "./crawl/crawl-pages.ts";
import { measureExamples } from "./crawl/measure-examples.ts";
import { findCorpus } from "./ingest/find-corpus.ts";
import { stackForBench } from "./ingest/stack-for-bench.ts";
import { note, printReport, rounded, type Report } from "./shared/report.ts";
import { runNode } from "./shared/run-node.ts";

// npm run bench -- crawl [--corpus DIR] [--only pages|examples] [--at-most N of each kind for a document] [--from SLUG] [--at-once 4]
// With [--url URL --token TOKEN --database URL] the pages of a product that runs already, with whatever was published there.
const { values } = parseArgs({ options: { corpus: { type: "string" }, only: { type: "string" }, "at-most": { type: "string" }, from: { type: "string" }, "at-once": { type: "string", default: "4" }, url: { type: "string" }, token: { type: "string" }, database: { type: "string" } } });
const corpus = values.corpus ?? findCorpus();
if (corpus === null) throw new Error("No corpus: name a folder of documents with --corpus DIR.");
const report: Report = { bench: "crawl", ratios: {}, figures: {} };
const rows: [string, string][] = [];

if (values.only !== "pages") {
  const { documents, schemas, fitting, rest } = await measureExamples(corpus);
  for (const { document, schema, why, isSchema } of rest) note(`${isSchema ? "not a schema" : "does not fit"}  ${document}  ${schema}  ${why.slice(0, 160)}`);
  report.ratios["examples"] = rounded(fitting / schemas, 4);
  Object.assign(report.figures, { exampleDocuments: documents, exampleSchemas: schemas, exampleFitting: fitting, exampleNotSchemas: rest.filter(({ isSchema }) => isSchema).length });
  rows.push([`Examples made of ${schemas.toLocaleString("en")} schemas of ${documents} documents`, `${((fitting / schemas) * 100).toFixed(2)} % fit by Ajv (at least 98 %); each other one is listed above`]);
}

if (values.only !== "examples") {
  const running = values.url && values.token && values.database ? { url: values.url, token: values.token, databaseUrl: values.database, end: async () => {} } : null;
  const stack = running ?? (await stackForBench());
  try {
    if (!running) await runNode(fileURLToPath(new URL("../cli/main.ts", import.meta.url)), ["import", corpus, "--json", "--report", path.join(tmpdir(), `intermesh-crawl-${process.pid}.jsonl`)], { env: { INTERMESH_URL: stack.url, INTERMESH_TOKEN: stack.token }, codes: [0, 1] });
    const figures = await crawlPages(stack, { note, atOnce: Number(values["at-once"]), ...(values.from ? { from: values.from } : {}), ...(values["at-most"] ? { atMost: Number(values["at-most"]) } : {}) });
    const pages = figures.operations + figures.messages + figures.schemas;
    Object.assign(report.figures, { documents: figures.documents, pages, operations: figures.operations, messages: figures.messages, schemas: figures.schemas, failed: figures.failed.length, silent: figures.silent.length, slowestPageMs: figures.slowestMs, largestPageKb: figures.largestKb });
    report.ratios["failed"] = rounded(figures.failed.length / pages, 6);
    report.ratios["silent"] = rounded(figures.silent.length / pages, 6);
    rows.push(
      [`Pages of ${figures.documents} documents`, `${pages.toLocaleString("en")}: ${figures.operations.toLocaleString("en")} operations, ${figures.messages.toLocaleString("en")} messages, ${figures.schemas.toLocaleString("en")} schemas`],
      ["  answered with an error", String(figures.failed.length)],
      ["  that lack a name or summary of the document", String(figures.silent.length)],
      ["  slowest, largest", `${figures.slowestMs} ms, ${figures.largestKb} kB`],
    );
  } finally {
    await stack.end();
  }
}

printReport(report, rows);

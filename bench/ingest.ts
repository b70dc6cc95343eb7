import { parseArgs } from "node:util";
import { findCorpus } from "./ingest/find-corpus.ts";
import { githubDocument } from "./ingest/github-document.ts";
import { measureCorpus } from "./ingest/measure-corpus.ts";
import { measureGithub } from "./ingest/measure-github.ts";
import { note, printReport, rounded, seconds, type Report } from "./shared/report.ts";

// npm run bench -- ingest [--corpus DIR] [--github FILE] [--rounds N] [--only github|corpus]
const { values } = parseArgs({
  options: { corpus: { type: "string" }, github: { type: "string" }, rounds: { type: "string", default: "5" }, only: { type: "string" } },
});
const report: Report = { bench: "ingest", ratios: {}, figures: {} };
const rows: [string, string][] = [];

if (values.only !== "corpus") {
  const figures = await measureGithub(values.github ?? (await githubDocument()), Number(values.rounds));
  const ratio = figures.findableMs / figures.baselineMs;
  report.ratios["github"] = rounded(ratio);
  Object.assign(report.figures, { githubFindableMs: rounded(figures.findableMs, 0), githubPublishedMs: rounded(figures.publishedMs, 0), githubBaselineMs: rounded(figures.baselineMs, 0), githubOperations: figures.operations, githubWebMb: figures.webMb, rounds: figures.rounds });
  rows.push(
    [`GitHub's document, ${figures.operations} operations`, `median of ${figures.rounds}`],
    ["  upload until 20 sampled operations are found", seconds(figures.findableMs)],
    ["  upload until acknowledged", seconds(figures.publishedMs)],
    ["  SwaggerParser.validate alone", seconds(figures.baselineMs)],
    ["  ratio", `${ratio.toFixed(2)} (at most 4)`],
    ["  web process, most memory", `${figures.webMb} MB`],
  );
}

const corpus = values.corpus ?? findCorpus();
if (values.only !== "github" && corpus === null) note("No corpus: name a folder of documents with --corpus DIR.");
if (values.only !== "github" && corpus !== null) {
  const figures = await measureCorpus(corpus);
  const ratio = figures.findableMs / figures.baselineMs;
  report.ratios["corpus"] = rounded(ratio);
  Object.assign(report.figures, {
    corpusFindableMs: rounded(figures.findableMs, 0), corpusImportedMs: rounded(figures.importedMs, 0), corpusAgainMs: rounded(figures.againMs, 0), corpusBaselineMs: rounded(figures.baselineMs, 0),
    corpusDocuments: figures.documents, corpusPublished: figures.published, corpusRejected: figures.rejected, corpusWebMb: figures.webMb, corpusSlowestPageMs: figures.slowestPageMs,
  });
  rows.push(
    [`Corpus, ${figures.published} of ${figures.documents} documents`, "concurrency 3"],
    ["  import until all is found", seconds(figures.findableMs)],
    ["  import until acknowledged", seconds(figures.importedMs)],
    ["  import again, nothing new", seconds(figures.againMs)],
    ["  the libraries alone, one file after the other", seconds(figures.baselineMs)],
    ["  ratio", `${ratio.toFixed(2)} (at most 3)`],
    ["  web process, most memory", `${figures.webMb} MB`],
    ["  slowest page meanwhile", `${figures.slowestPageMs} ms`],
  );
}

printReport(report, rows);

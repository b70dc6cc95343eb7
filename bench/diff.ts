import { parseArgs } from "node:util";
import { githubDocuments } from "./diff/github-documents.ts";
import { measureGithub } from "./diff/measure-github.ts";
import { metamorphic } from "./diff/metamorphic.ts";
import { comparePairs } from "./diff/pairs.ts";
import { printReport, rounded, seconds, type Report } from "./shared/report.ts";

// npm run bench -- diff [--rounds N] [--no-peer] | --metamorphic DIR | --pairs FILE
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, "no-peer": { type: "boolean" }, metamorphic: { type: "string" }, pairs: { type: "string" } },
});
const report: Report = { bench: "diff", ratios: {}, figures: {} };
const rows: [string, string][] = [];

if (values.metamorphic !== undefined) {
  const { documents, spellings } = await metamorphic(values.metamorphic);
  rows.push([`${documents} documents against themselves`, "with changes of"]);
  for (const [name, { tried, changed }] of spellings) {
    rows.push([`  ${name}`, `${changed} of ${tried}`]);
    report.figures[name] = `${changed} of ${tried}`;
  }
}
if (values.pairs !== undefined) {
  const { verdicts, ...figures } = await comparePairs(values.pairs);
  Object.assign(report.figures, { ...figures, slowestRatio: rounded(figures.slowestRatio) }, verdicts);
  rows.push(
    [`${figures.pairs} pairs of versions`, `${figures.compared} compared, ${figures.notUnderstood} of a version of a specification that is not read`],
    ["  operations added or removed and not reported", String(figures.operationsMissed)],
    ["  the slowest comparison ÷ reading both", `${figures.slowestRatio.toFixed(2)} (at most 3)`],
    ["  verdicts", Object.entries(verdicts).map(([verdict, count]) => `${count} ${verdict}`).join(", ")],
  );
}
if (values.metamorphic === undefined && values.pairs === undefined) {
  const { ours, oursMs, validateMs, peer, peerMs, rounds } = await measureGithub(await githubDocuments(), Number(values.rounds), values["no-peer"] !== true);
  report.ratios["validate"] = rounded(oursMs / validateMs);
  if (peerMs !== null) report.ratios["peer"] = rounded(oursMs / peerMs);
  Object.assign(report.figures, { oursMs: rounded(oursMs, 0), readMs: rounded(ours.readMs, 0), diffMs: rounded(ours.diffMs, 0), linesMs: rounded(ours.linesMs, 0), changes: ours.changes, oursMb: ours.mb, validateMs: rounded(validateMs, 0), rounds });
  if (peer && peerMs !== null) Object.assign(report.figures, { peerMs: rounded(peerMs, 0), peerChanges: peer.changes, peerMb: peer.mb });
  rows.push(
    ["GitHub's document against GitHub Enterprise Server 3.19's", `median of ${rounds}`],
    [`  both read, compared, ${ours.changes} changes with their lines`, `${seconds(oursMs)} (${seconds(ours.readMs)} reading, ${seconds(ours.diffMs)} comparing, ${seconds(ours.linesMs)} lines)`],
    ["  SwaggerParser.validate on the first alone", seconds(validateMs)],
    ["  ratio", `${(oursMs / validateMs).toFixed(2)} (at most 2)`],
    ["  most memory", `${ours.mb} MB`],
  );
  if (peer && peerMs !== null) rows.push(["  api-smart-diff on both", `${seconds(peerMs)}, ${peer.changes} changes, ${peer.mb} MB`], ["  ratio", (oursMs / peerMs).toFixed(2)]);
}

printReport(report, rows);

import { Command, Option } from "commander";
import { impactWords, tallyWords } from "#lib/spec/report/report.ts";
import { CommandError } from "../command-error.ts";
import { type IdentityOptions, uploadOf } from "../files/upload-of.ts";
import { print } from "../output.ts";
import type { ComparisonAnswer, DiagnosticAnswer, PublishedAnswer } from "../server/answers.ts";
import { publishUpload, type Outcome } from "../server/publish-upload.ts";
import { serverOf, withServerOptions, type ServerOptions } from "../server/server-options.ts";
import { forgiving, onUnreachable, type OnUnreachable } from "../server/on-unreachable.ts";
import { identityOptions, publishOptions, queryOf, type PublishOptionValues } from "./publish-options.ts";
import { isManifestPath } from "../uses/publish-manifest.ts";
import { sendManifest } from "../uses/send-manifest.ts";

type Options = ServerOptions & PublishOptionValues & OnUnreachable & IdentityOptions & { json?: boolean; failOn: FailOn; compare: boolean };
type FailOn = "rejected" | "error" | "warning";

/** `intermesh publish FILE…` */
export function publishCommand(): Command {
  const command = identityOptions(new Command("publish").description("Publish documents, with the files they refer to, and manifests (intermesh.yaml).").argument("<files...>", "OpenAPI or AsyncAPI documents, or manifests"));
  publishOptions(command);
  return withServerOptions(command)
    .addOption(onUnreachable())
    .addOption(new Option("--fail-on <level>", "exit 1 when a document is rejected, or published with such findings").choices(["rejected", "error", "warning"]).default("rejected"))
    .option("--no-compare", "do not have it compared, nor say whom it breaks")
    .option("--json", "one line of JSON for each document")
    .action((files: string[], options: Options) => forgiving(options, () => publish(files, options), "The rest was not published"));
}

async function publish(files: string[], options: Options): Promise<void> {
  if (files.length > 1 && (options.interface || options.path)) throw new CommandError("--interface and --path name one document, but there are several files. Publish them one by one.");
  const server = serverOf(options);
  let failed = false;
  for (const file of files) {
    if (isManifestPath(file)) {
      failed = (await sendManifest(server, file, options)) || failed;
      continue;
    }
    const outcome = await publishUpload(server, await uploadOf(file, options, { ...queryOf(options), compare: options.compare ? "true" : undefined }));
    for (const line of options.json ? jsonLines(file, outcome) : textLines(file, outcome, server.origin)) print(line);
    failed ||= fails(outcome, options.failOn);
    if (outcome.status === "refused") throw new CommandError(`${file}: ${outcome.reason}${outcome.candidates.map(({ slug, title }) => `\n  --interface ${slug}  (${title})`).join("")}`);
  }
  if (failed) process.exitCode = 1;
}

function fails(outcome: Outcome, failOn: FailOn): boolean {
  if (outcome.status !== "stored") return true;
  return outcome.items.some((item) => (failOn !== "rejected" && item.errorCount > 0) || (failOn === "warning" && item.warningCount > 0));
}

function jsonLines(file: string, outcome: Outcome): string[] {
  if (outcome.status === "stored") return outcome.items.map((item) => JSON.stringify({ file, ...item, changes: item.comparison?.tally ?? null }));
  return [JSON.stringify({ file, ...outcome })];
}

function textLines(file: string, outcome: Outcome, origin: string): string[] {
  if (outcome.status === "refused") return [];
  if (outcome.status === "rejected") return [`${file}: rejected, nothing was stored`, ...outcome.diagnostics.map(diagnosticLine)];
  return outcome.items.flatMap((item) => [itemLine(file, item, origin), ...item.notices.map((notice) => `  ${notice}`), ...reasonLines(item), ...(item.status === "published" && item.comparison ? comparisonLines(item.comparison, origin) : []), ...item.diagnostics.filter(({ severity }) => severity !== "info").map(diagnosticLine)]);
}

function reasonLines({ status, reasonRecorded, comparison }: PublishedAnswer): string[] {
  if (reasonRecorded) return ["  The reason is recorded: the version had none."];
  return status === "unchanged" && comparison?.missing.reason ? ["  Reason missing: it breaks something, so say why with --reason."] : [];
}

function comparisonLines({ tally, advice, missing, consumers, counts, hidden, objections, url }: ComparisonAnswer, origin: string): string[] {
  const asked = `${missing.reason ? " Reason missing: say why with --reason, also afterwards." : ""}${missing.approval ? " It waits for the approval of a maintainer." : ""}`;
  const unnamed = Object.values(hidden).reduce((sum, count) => sum + count, 0);
  return [
    `  ${tally.verdict}: ${tallyWords(tally)}.${asked}  ${origin}${url}`,
    `  ${impactWords(counts)}${unnamed > 0 ? `; ${unnamed.toLocaleString("en")} of them may not be named to you` : ""}`,
    ...consumers.map(({ title, owner, verdict, possible }) => `    ${verdict.padEnd(8)} ${title}${owner ? ` (${owner.name})` : ""}${possible ? ", possibly uses it" : ""}`),
    ...objections.map(({ consumer, words, url: proposal }) => `    objected ${consumer}${words ? `: ${words}` : ""}  ${origin}${proposal}`),
    ...(advice?.finding ? [`  ${advice.finding.message}`] : []),
  ];
}

function itemLine(file: string, item: PublishedAnswer, origin: string): string {
  const findings = item.errorCount + item.warningCount === 0 ? "" : `, ${item.errorCount} errors, ${item.warningCount} warnings`;
  const line = item.line === "default" ? "" : ` on line ${item.line}`;
  return `${file}: ${item.status} as ${item.interface.slug} ${item.version.label} (version ${item.version.sequence}${line}${findings})  ${origin}/interfaces/${item.interface.slug}`;
}

function diagnosticLine({ severity, file, line, column, message, help }: DiagnosticAnswer): string {
  return `  ${file}:${line}:${column} ${severity}: ${message}${help ? ` ${help}` : ""}`;
}


import { Command, Option } from "commander";
import { tallyWords } from "#lib/spec/report/report.ts";
import { CommandError } from "../command-error.ts";
import { type IdentityOptions, uploadOf } from "../files/upload-of.ts";
import { print } from "../output.ts";
import type { DiagnosticAnswer, PublishedAnswer } from "../server/answers.ts";
import { publishUpload, type Outcome } from "../server/publish-upload.ts";
import { serverOf, withServerOptions, type ServerOptions } from "../server/server-options.ts";
import { changesOf, type VersionTally } from "../server/changes-of.ts";
import { forgiving, onUnreachable, type OnUnreachable } from "../server/on-unreachable.ts";
import { identityOptions, publishOptions, queryOf, type PublishOptionValues } from "./publish-options.ts";
import { isManifestPath } from "../uses/publish-manifest.ts";
import { sendManifest } from "../uses/send-manifest.ts";

type Options = ServerOptions & PublishOptionValues & OnUnreachable & IdentityOptions & { json?: boolean; failOn: FailOn };
type FailOn = "rejected" | "error" | "warning";

/** `intermesh publish FILE…` */
export function publishCommand(): Command {
  const command = identityOptions(new Command("publish").description("Publish documents, with the files they refer to, and manifests (intermesh.yaml).").argument("<files...>", "OpenAPI or AsyncAPI documents, or manifests"));
  publishOptions(command);
  return withServerOptions(command)
    .addOption(onUnreachable())
    .addOption(new Option("--fail-on <level>", "exit 1 when a document is rejected, or published with such findings").choices(["rejected", "error", "warning"]).default("rejected"))
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
    const outcome = await publishUpload(server, await uploadOf(file, options, queryOf(options)));
    const changes = await changesOf(server, outcome);
    for (const line of options.json ? jsonLines(file, outcome, changes) : textLines(file, outcome, changes, server.origin)) print(line);
    failed ||= fails(outcome, options.failOn);
    if (outcome.status === "refused") throw new CommandError(`${file}: ${outcome.reason}${outcome.candidates.map(({ slug, title }) => `\n  --interface ${slug}  (${title})`).join("")}`);
  }
  if (failed) process.exitCode = 1;
}

function fails(outcome: Outcome, failOn: FailOn): boolean {
  if (outcome.status !== "stored") return true;
  return outcome.items.some((item) => (failOn !== "rejected" && item.errorCount > 0) || (failOn === "warning" && item.warningCount > 0));
}

function jsonLines(file: string, outcome: Outcome, changes: (VersionTally | null)[]): string[] {
  if (outcome.status === "stored") return outcome.items.map((item, index) => JSON.stringify({ file, ...item, changes: changes[index]?.tally ?? null }));
  return [JSON.stringify({ file, ...outcome })];
}

function textLines(file: string, outcome: Outcome, changes: (VersionTally | null)[], origin: string): string[] {
  if (outcome.status === "refused") return [];
  if (outcome.status === "rejected") return [`${file}: rejected, nothing was stored`, ...outcome.diagnostics.map(diagnosticLine)];
  return outcome.items.flatMap((item, index) => [itemLine(file, item, origin), ...changeLines(item, changes[index] ?? null, origin), ...item.diagnostics.filter(({ severity }) => severity !== "info").map(diagnosticLine)]);
}

function changeLines({ interface: { slug }, line, version }: PublishedAnswer, changes: VersionTally | null, origin: string): string[] {
  if (!changes?.tally) return [];
  const { verdict } = changes.tally;
  const missing = verdict === "breaking" && changes.reason === null ? " Reason missing: say why with --reason." : "";
  return [`  ${verdict}: ${tallyWords(changes.tally)}.${missing}  ${origin}/interfaces/${encodeURIComponent(slug)}/diff?${new URLSearchParams({ ...(line === "default" ? {} : { line }), to: String(version.sequence) })}`];
}

function itemLine(file: string, item: PublishedAnswer, origin: string): string {
  const findings = item.errorCount + item.warningCount === 0 ? "" : `, ${item.errorCount} errors, ${item.warningCount} warnings`;
  const line = item.line === "default" ? "" : ` on line ${item.line}`;
  return `${file}: ${item.status} as ${item.interface.slug} ${item.version.label} (version ${item.version.sequence}${line}${findings})  ${origin}/interfaces/${item.interface.slug}`;
}

function diagnosticLine({ severity, file, line, column, message, help }: DiagnosticAnswer): string {
  return `  ${file}:${line}:${column} ${severity}: ${message}${help ? ` ${help}` : ""}`;
}


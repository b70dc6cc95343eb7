import { realpath } from "node:fs/promises";
import path from "node:path";
import { Command, Option } from "commander";
import { CommandError } from "../command-error.ts";
import { readDocument } from "../files/read-document.ts";
import { findCheckout, type Checkout } from "../git/find-checkout.ts";
import { print } from "../output.ts";
import type { DiagnosticAnswer, PublishedAnswer } from "../server/answers.ts";
import { publishUpload, type Outcome, type Upload } from "../server/publish-upload.ts";
import { serverOf, withServerOptions, type ServerOptions } from "../server/server-options.ts";
import { forgiving, onUnreachable, type OnUnreachable } from "../server/on-unreachable.ts";
import { publishOptions, queryOf, type PublishOptionValues } from "./publish-options.ts";

type Options = ServerOptions & PublishOptionValues & OnUnreachable & { interface?: string; new?: boolean; line?: string; repository?: string; path?: string; json?: boolean; failOn: FailOn };
type FailOn = "rejected" | "error" | "warning";

/** `intermesh publish FILE…` */
export function publishCommand(): Command {
  const command = new Command("publish")
    .description("Publish documents, with the files they refer to.")
    .argument("<files...>", "OpenAPI or AsyncAPI documents")
    .option("--interface <slug>", "the interface it is a version of; else repository and path say")
    .option("--new", "a new interface, though others have its title")
    .option("--line <name>", "line of the interface, where major versions live side by side")
    .option("--repository <address>", "the repository it is known by (else the git remote origin)")
    .option("--path <path>", "its path in the repository (else where the file lies in the checkout)");
  publishOptions(command);
  return withServerOptions(command)
    .addOption(onUnreachable())
    .addOption(new Option("--fail-on <level>", "exit 1 when a document is rejected, or published with such findings").choices(["rejected", "error", "warning"]).default("rejected"))
    .option("--json", "one line of JSON for each document")
    .action((files: string[], options: Options) => forgiving(options, () => publish(files, options)));
}

async function publish(files: string[], options: Options): Promise<void> {
  if (files.length > 1 && (options.interface || options.path)) throw new CommandError("--interface and --path name one document, but there are several files. Publish them one by one.");
  const server = serverOf(options);
  let failed = false;
  for (const file of files) {
    const outcome = await publishUpload(server, await uploadOf(file, options));
    for (const line of options.json ? jsonLines(file, outcome) : textLines(file, outcome, server.origin)) print(line);
    failed ||= fails(outcome, options.failOn);
    if (outcome.status === "refused") throw new CommandError(`${file}: ${outcome.reason}${outcome.candidates.map(({ slug, title }) => `\n  --interface ${slug}  (${title})`).join("")}`);
  }
  if (failed) process.exitCode = 1;
}

async function uploadOf(file: string, options: Options): Promise<Upload> {
  const folder = await realpath(path.dirname(path.resolve(file))).catch(() => path.dirname(path.resolve(file)));
  const place = path.join(folder, path.basename(file));
  const checkout = await findCheckout(folder);
  const { root, files } = await readDocument(place, checkout?.top ?? baseOf(folder));
  return { files, query: { ...queryOf(options), ...identityOf(options, checkout, root), root: files.length > 1 ? root : undefined } };
}

/** Outside a checkout, references are followed within the working directory, else within the file's own folder. */
function baseOf(folder: string): string {
  const inside = path.relative(process.cwd(), folder);
  return inside.startsWith("..") || path.isAbsolute(inside) ? folder : process.cwd();
}

function identityOf(options: Options, checkout: Checkout | null, root: string): Record<string, string | undefined> {
  const repository = options.repository ?? checkout?.repository ?? undefined;
  return {
    interface: options.interface,
    new: options.new ? "true" : undefined,
    line: options.line,
    repository,
    // A path says nothing without the repository that it lies in.
    path: repository ? (options.path ?? root) : undefined,
    commit: repository ? (checkout?.commit ?? undefined) : undefined,
    ref: repository ? (checkout?.ref ?? undefined) : undefined,
  };
}

function fails(outcome: Outcome, failOn: FailOn): boolean {
  if (outcome.status !== "stored") return true;
  return outcome.items.some((item) => (failOn !== "rejected" && item.errorCount > 0) || (failOn === "warning" && item.warningCount > 0));
}

function jsonLines(file: string, outcome: Outcome): string[] {
  if (outcome.status === "stored") return outcome.items.map((item) => JSON.stringify({ file, ...item }));
  return [JSON.stringify({ file, ...outcome })];
}

function textLines(file: string, outcome: Outcome, origin: string): string[] {
  if (outcome.status === "refused") return [];
  if (outcome.status === "rejected") return [`${file}: rejected, nothing was stored`, ...outcome.diagnostics.map(diagnosticLine)];
  return outcome.items.flatMap((item) => [itemLine(file, item, origin), ...item.diagnostics.filter(({ severity }) => severity !== "info").map(diagnosticLine)]);
}

function itemLine(file: string, item: PublishedAnswer, origin: string): string {
  const findings = item.errorCount + item.warningCount === 0 ? "" : `, ${item.errorCount} errors, ${item.warningCount} warnings`;
  const line = item.line === "default" ? "" : ` on line ${item.line}`;
  return `${file}: ${item.status} as ${item.interface.slug} ${item.version.label} (version ${item.version.sequence}${line}${findings})  ${origin}/interfaces/${item.interface.slug}`;
}

function diagnosticLine({ severity, file, line, column, message, help }: DiagnosticAnswer): string {
  return `  ${file}:${line}:${column} ${severity}: ${message}${help ? ` ${help}` : ""}`;
}


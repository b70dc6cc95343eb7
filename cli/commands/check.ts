import { writeFile } from "node:fs/promises";
import { Command, InvalidArgumentError, Option } from "commander";
import { asJunit } from "#lib/spec/report/junit.ts";
import { asMarkdown } from "#lib/spec/report/markdown.ts";
import { asSarif } from "#lib/spec/report/sarif.ts";
import { asText } from "#lib/spec/report/text.ts";
import { CommandError } from "../command-error.ts";
import { type IdentityOptions, uploadOf } from "../files/upload-of.ts";
import { print } from "../output.ts";
import { checkUpload, type CheckOutcome, isUncompared } from "../server/check-upload.ts";
import { forgiving, onUnreachable, type OnUnreachable } from "../server/on-unreachable.ts";
import { serverOf, withServerOptions, type ServerOptions } from "../server/server-options.ts";
import { identityOptions } from "./publish-options.ts";

const formats = ["text", "json", "markdown", "sarif", "junit"] as const;
type Format = (typeof formats)[number];
type Options = ServerOptions & OnUnreachable & IdentityOptions & { format: Format; json?: boolean; report: Report[]; failOn?: "breaking" | "risky" | "never"; failOnImpact: "broken" | "never"; propose?: boolean; reason?: string };
type Report = { format: Format; file: string };
type Checked = CheckOutcome & { file: string };

/** `intermesh check FILE…` */
export function checkCommand(): Command {
  const command = new Command("check").description("What publishing documents would change, and whom that would break. Nothing is stored.").argument("<files...>", "OpenAPI or AsyncAPI documents");
  return withServerOptions(identityOptions(command))
    .addOption(onUnreachable())
    .option("--propose", "keep it as a proposal with an address of its own, where those whom it touches answer")
    .option("--reason <text>", "why, for those who read the proposal")
    .addOption(new Option("--fail-on <level>", "end with 1 for a change of this level or a worse one").choices(["breaking", "risky", "never"]))
    .addOption(new Option("--fail-on-impact <verdict>", "end with 1 where a consumer is broken; without --fail-on, for nothing else").choices(["broken", "never"]).default("never"))
    .addOption(new Option("--format <format>", "how it is printed").choices(formats).default("text"))
    .option("--json", "one line of JSON for each document")
    .addOption(new Option("--report <format=file>", "write it to a file as well, in another format; may be given several times").argParser(collectReports).default([], "none"))
    .addHelpText("after", "\nExit codes: 0 fine, 1 a change or a consumer by --fail-on and --fail-on-impact, or a document that cannot be understood;\n2 wrong usage or a failed read; 3 a document that should have been compared and was not: no such interface or line,\nor it cannot be told which is meant. It says what to do; --new says that there is nothing to compare with.")
    .action((files: string[], options: Options) => forgiving(options, () => check(files, options), "Nothing was checked"));
}

async function check(files: string[], options: Options): Promise<void> {
  if (files.length > 1 && (options.interface || options.path)) throw new CommandError("--interface and --path name one document, but there are several files. Check them one by one.");
  const server = serverOf(options);
  const checked: Checked[] = [];
  for (const file of files) {
    const upload = await uploadOf(file, options, { propose: options.propose ? "true" : undefined, reason: options.reason });
    for (const outcome of await checkUpload(server, upload)) checked.push({ file, ...outcome });
  }
  print(written(options.json ? "json" : options.format, checked, options).replace(/\n$/, ""));
  for (const { format, file } of options.report) await write(file, written(format, checked, options));
  // Nothing was checked that should have been: that is no pass, and no finding either.
  if (checked.some(({ item }) => isUncompared(item))) process.exitCode = 3;
  else if (checked.some((outcome) => fails(outcome, options))) process.exitCode = 1;
}

function written(format: Format, checked: Checked[], options: Options): string {
  const reports = checked.map(({ report }) => report);
  if (format === "json") return `${checked.map(({ file, item }) => JSON.stringify({ file, ...item })).join("\n")}\n`;
  if (format === "sarif") return `${JSON.stringify(asSarif(reports, process.env["npm_package_version"] ?? "0.1.0"), null, 2)}\n`;
  if (format === "junit") return asJunit(reports, { level: levelOf(options), impact: options.failOnImpact });
  return reports.map((report) => (format === "markdown" ? asMarkdown(report) : `${asText(report)}\n`)).join("\n");
}

/** Asked only for broken consumers, a breaking change that breaks nobody is fine. */
function levelOf({ failOn, failOnImpact }: Options): "breaking" | "risky" | "never" {
  return failOn ?? (failOnImpact === "broken" ? "never" : "breaking");
}

function fails({ item: { readable, comparison } }: Checked, options: Options): boolean {
  if (!readable) return true;
  if (comparison === null) return false;
  const { verdict } = comparison.tally;
  const level = levelOf(options);
  const byLevel = level !== "never" && (verdict === "breaking" || (verdict === "risky" && level === "risky"));
  return byLevel || (options.failOnImpact === "broken" && comparison.impact.counts.broken > 0);
}

function collectReports(value: string, before: Report[]): Report[] {
  const [, name = "", file = ""] = /^(\w+)=(.+)$/.exec(value) ?? [];
  const format = formats.find((candidate) => candidate === name);
  if (!format || file === "") throw new InvalidArgumentError(`Write it as format=file, with one of ${formats.join(", ")}: sarif=intermesh.sarif`);
  return [...before, { format, file }];
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} cannot be written (${cause.code ?? cause.message}).`, 2, { cause });
  });
}

import { writeFile } from "node:fs/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import { asJunit } from "#lib/spec/report/junit.ts";
import { asMarkdown } from "#lib/spec/report/markdown.ts";
import type { Report } from "#lib/spec/report/report.ts";
import { asSarif } from "#lib/spec/report/sarif.ts";
import { asText } from "#lib/spec/report/text.ts";
import { CommandError } from "../command-error.ts";
import { print } from "../output.ts";

const formats = ["text", "json", "markdown", "sarif", "junit"] as const;
type Format = (typeof formats)[number];
export type ReportOptions = { format: Format; json?: boolean; report: { format: Format; file: string }[] };
export type LevelToFail = "breaking" | "risky" | "never";
type Written = { reports: Report[]; /** One line of JSON for each. */ json: () => string[]; failOn: { level: LevelToFail; impact: "broken" | "never" } };

/** The options by which a comparison is printed and written to files. */
export function reportOptions(command: Command): Command {
  return command
    .addOption(new Option("--format <format>", "how it is printed").choices(formats).default("text"))
    .option("--json", "one line of JSON for each document")
    .addOption(new Option("--report <format=file>", "write it to a file as well, in another format; may be given several times").argParser(collectReports).default([], "none"));
}

/** Prints comparisons, and writes them to the files asked for. @throws CommandError when a file cannot be written */
export async function putReports(options: ReportOptions, written: Written): Promise<void> {
  print(inFormat(options.json ? "json" : options.format, written).replace(/\n$/, ""));
  for (const { format, file } of options.report) await write(file, inFormat(format, written));
}

function inFormat(format: Format, { reports, json, failOn }: Written): string {
  if (format === "json") return `${json().join("\n")}\n`;
  if (format === "sarif") return `${JSON.stringify(asSarif(reports, process.env["npm_package_version"] ?? "0.1.0"), null, 2)}\n`;
  if (format === "junit") return asJunit(reports, failOn);
  return reports.map((report) => (format === "markdown" ? asMarkdown(report) : `${asText(report)}\n`)).join("\n");
}

function collectReports(value: string, before: ReportOptions["report"]): ReportOptions["report"] {
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

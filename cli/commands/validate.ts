import path from "node:path";
import { Command, Option } from "commander";
import type { Diagnostic, Severity } from "#lib/spec/diagnostic.ts";
import type { ParsedSpec } from "#lib/spec/normalized-spec.ts";
import { parseSpec } from "#lib/spec/parse-spec.ts";
import { CommandError } from "../command-error.ts";
import { readDocument } from "../files/read-document.ts";
import { print } from "../output.ts";

type FailOn = Severity | "never";
type Options = { json?: boolean; failOn: FailOn };

const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** `intermesh validate FILE…` */
export function validateCommand(): Command {
  return new Command("validate")
    .description("Check OpenAPI and AsyncAPI documents, offline. Files that they refer to are read along.")
    .argument("<files...>", "documents")
    .option("--json", "one line of JSON for each file")
    .addOption(new Option("--fail-on <severity>", "end with 1 for findings of this severity or a worse one").choices(["error", "warning", "info", "never"]).default("error"))
    .action(validate);
}

async function validate(files: string[], { json, failOn }: Options): Promise<void> {
  for (const file of files) {
    // References may lead to a sibling folder, as long as it lies below the folder that the command runs in.
    const within = !path.relative(process.cwd(), path.resolve(file)).startsWith("..");
    const base = within ? process.cwd() : path.dirname(path.resolve(file));
    const parsed = await readAndParse(file, base);
    if (parsed instanceof CommandError) process.exitCode = parsed.exitCode;
    else if (fails(parsed, failOn)) process.exitCode ??= 1;
    print(json ? JSON.stringify(asJson(file, parsed)) : asText(file, base, parsed));
  }
}

/** One file that cannot be read does not keep the others from being checked. */
async function readAndParse(file: string, base: string): Promise<ParsedSpec | CommandError> {
  try {
    const { files, root } = await readDocument(file, base);
    return await parseSpec(files, { root });
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
}

function fails({ spec, diagnostics }: ParsedSpec, failOn: FailOn): boolean {
  if (failOn === "never") return false;
  return spec === null || diagnostics.some(({ severity }) => ranks[severity] <= ranks[failOn]);
}

function asJson(file: string, parsed: ParsedSpec | CommandError): object {
  if (parsed instanceof CommandError) {
    return { file, valid: false, format: null, specVersion: null, diagnostics: [{ severity: "error", code: "unreadable", message: parsed.message, file, pointer: "", line: 1, column: 1 }] };
  }
  const { valid, format, specVersion, diagnostics, diagnosticsOmitted } = parsed;
  return { file, valid, format, specVersion, diagnostics, ...(diagnosticsOmitted > 0 ? { diagnosticsOmitted } : {}) };
}

function asText(file: string, base: string, parsed: ParsedSpec | CommandError): string {
  if (parsed instanceof CommandError) return parsed.message;
  const { valid, format, specVersion, diagnostics, diagnosticsOmitted } = parsed;
  const name = format === null ? "" : ` ${format === "openapi" ? "OpenAPI" : "AsyncAPI"} ${specVersion ?? ""}`;
  const verdict = `${file}: ${valid ? `valid${name}` : `not valid${name === "" ? "" : ` as${name}`}`}`;
  const left = diagnosticsOmitted > 0 ? [`  and ${diagnosticsOmitted} more`] : [];
  return [verdict, ...diagnostics.map((diagnostic) => line(diagnostic, base)), ...left].join("\n");
}

function line({ severity, file, line: at, column, message, help, code }: Diagnostic, base: string): string {
  const place = `${path.relative(process.cwd(), path.join(base, file)) || file}:${at}:${column}`;
  return `  ${place} ${severity} ${message}${help === undefined ? "" : ` ${help}`} (${code})`;
}

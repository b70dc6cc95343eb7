import path from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import type { ChangePlace, Diff, Level } from "#lib/spec/diff/change.ts";
import { diffSpecs } from "#lib/spec/diff/diff-specs.ts";
import { locateChanges } from "#lib/spec/diff/locate-changes.ts";
import { readOpened } from "../files/read-spec.ts";
import { print } from "../output.ts";

type FailOn = "breaking" | "risky" | "never";
type Options = { json?: boolean; failOn: FailOn; asOf: string };

/** `intermesh diff BASE REVISION` */
export function diffCommand(): Command {
  return new Command("diff")
    .description("Compare two versions of a document, offline: what changed, and what breaks.")
    .argument("<base>", "the version that clients know")
    .argument("<revision>", "the version that is to replace it")
    .option("--json", "the verdict and all changes as JSON")
    .addOption(asOfOption())
    .addOption(new Option("--fail-on <level>", "end with 1 for a change of this level or a worse one").choices(["breaking", "risky", "never"]).default("breaking"))
    .action(diff);
}

/** The day by which sunset dates are judged. */
export function asOfOption(): Option {
  return new Option("--as-of <date>", "today's date, for operations that are removed after their sunset")
    .argParser((written) => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(written))) return written;
      throw new InvalidArgumentError("Write a date as 2027-01-31.");
    })
    .default(new Date().toISOString().slice(0, 10), "today");
}

async function diff(base: string, revision: string, { json, failOn, asOf }: Options): Promise<void> {
  const [before, after] = await Promise.all([readOpened(base), readOpened(revision)]);
  const result = locateChanges(diffSpecs(before.spec, after.spec, { asOf }), { base: before, revision: after });
  if (fails(result, failOn)) process.exitCode = 1;
  print(json ? JSON.stringify(result) : asText(result, path.basename(revision)));
}

function fails({ verdict }: Diff, failOn: FailOn): boolean {
  return failOn !== "never" && (verdict === "breaking" || (verdict === "risky" && failOn === "risky"));
}

const words: Record<Level, string> = { breaking: "breaking", risky: "risky   ", info: "info    " };

function asText({ verdict, changes }: Diff, name: string): string {
  const lines = changes.map(({ level, operation, message, rule, base, revision }) => `  ${words[level]} ${operation === null ? "" : `${operation}: `}${message} (${rule}, ${lineOf(base, revision)})`);
  return [`${name} is ${verdict}${changes.length === 0 ? ", nothing changed" : ""}`, ...lines].join("\n");
}

/** The line in the revision; in the base, where the revision has none. */
function lineOf(base: ChangePlace | null, revision: ChangePlace | null): string {
  if (revision?.line) return `line ${revision.line}`;
  return base?.line ? `line ${base.line} of the base` : "no line";
}

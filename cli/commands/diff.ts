import { Command, InvalidArgumentError, Option } from "commander";
import type { Diff } from "#lib/spec/diff/change.ts";
import { adviseVersion } from "#lib/spec/diff/advise-version.ts";
import { diffSpecs } from "#lib/spec/diff/diff-specs.ts";
import { locateChanges } from "#lib/spec/diff/locate-changes.ts";
import type { Report } from "#lib/spec/report/report.ts";
import { readOpened } from "../files/read-spec.ts";
import { type LevelToFail, putReports, reportOptions, type ReportOptions } from "../reports/report-options.ts";

type Options = ReportOptions & { failOn: LevelToFail; asOf: string };

/** `intermesh diff BASE REVISION` */
export function diffCommand(): Command {
  const command = new Command("diff")
    .description("Compare two versions of a document, offline: what changed, and what breaks.")
    .argument("<base>", "the version that clients know")
    .argument("<revision>", "the version that is to replace it");
  return reportOptions(command)
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

async function diff(base: string, revision: string, options: Options): Promise<void> {
  const [before, after] = await Promise.all([readOpened(base), readOpened(revision)]);
  const result = locateChanges(diffSpecs(before.spec, after.spec, { asOf: options.asOf }), { base: before, revision: after });
  if (fails(result, options.failOn)) process.exitCode = 1;
  const tally = tallyOf(result);
  const { title, label } = after.spec;
  const report: Report = {
    title, label, base: before.spec.label, file: revision, tally, impact: null, url: null, note: null, failure: null, diagnostics: [],
    changes: result.changes.map((change, index) => ({ ...change, ordinal: index + 1 })),
    advice: adviseVersion({ base: before.spec.label, revision: label, verdict: tally.verdict, info: tally.info, changed: result.changes.length > 0 }),
  };
  await putReports(options, { reports: [report], json: () => [JSON.stringify({ ...result, tally })], failOn: { level: options.failOn, impact: "never" } });
}

function tallyOf({ verdict, changes }: Diff): NonNullable<Report["tally"]> {
  const count = (level: Diff["changes"][number]["level"]) => changes.filter((change) => change.level === level).length;
  return { verdict, breaking: count("breaking"), risky: count("risky"), info: count("info") };
}

function fails({ verdict }: Diff, failOn: LevelToFail): boolean {
  return failOn !== "never" && (verdict === "breaking" || (verdict === "risky" && failOn === "risky"));
}

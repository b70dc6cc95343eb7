import { Command, Option } from "commander";
import { CommandError } from "../command-error.ts";
import { type IdentityOptions, uploadOf } from "../files/upload-of.ts";
import { type LevelToFail, putReports, reportOptions, type ReportOptions } from "../reports/report-options.ts";
import { checkUpload, type CheckOutcome, isUncompared } from "../server/check-upload.ts";
import { forgiving, onUnreachable, type OnUnreachable } from "../server/on-unreachable.ts";
import { serverOf, withServerOptions, type ServerOptions } from "../server/server-options.ts";
import { isManifestPath } from "../uses/publish-manifest.ts";
import { tellWhileWaiting } from "../tell-while-waiting.ts";
import { identityOptions } from "./publish-options.ts";

type Options = ServerOptions & OnUnreachable & IdentityOptions & ReportOptions & { failOn?: LevelToFail; failOnImpact: "broken" | "never"; propose?: boolean; reason?: string };
type Checked = CheckOutcome & { file: string };

/** `intermesh check FILE…` */
export function checkCommand(): Command {
  const command = new Command("check").description("What publishing documents would change, and whom that would break. Nothing is stored.").argument("<files...>", "OpenAPI or AsyncAPI documents");
  return reportOptions(withServerOptions(identityOptions(command)))
    .addOption(onUnreachable())
    .option("--propose", "keep it as a proposal with an address of its own, where those whom it touches answer")
    .option("--reason <text>", "why, for those who read the proposal")
    .addOption(new Option("--fail-on <level>", "end with 1 for a change of this level or a worse one").choices(["breaking", "risky", "never"]))
    .addOption(new Option("--fail-on-impact <verdict>", "end with 1 where a consumer is broken; without --fail-on, for nothing else").choices(["broken", "never"]).default("never"))
    .addHelpText("after", "\nExit codes: 0 fine, 1 a change or a consumer by --fail-on and --fail-on-impact, or a document that cannot be understood;\n2 wrong usage or a failed read; 3 a document that should have been compared and was not: no such interface or line,\nor it cannot be told which is meant. It says what to do; --new says that there is nothing to compare with.")
    .action((files: string[], options: Options) => forgiving(options, () => check(files, options), "Nothing was checked"));
}

async function check(files: string[], options: Options): Promise<void> {
  if (files.length > 1 && (options.interface || options.path)) throw new CommandError("--interface and --path name one document, but there are several files. Check them one by one.");
  const manifest = files.find(isManifestPath);
  if (manifest !== undefined) throw new CommandError(`${manifest} is a manifest. \`check\` takes documents only; \`intermesh publish ${manifest}\` takes manifests.`);
  const server = serverOf(options);
  const checked: Checked[] = [];
  for (const file of files) {
    const upload = await uploadOf(file, options, { propose: options.propose ? "true" : undefined, reason: options.reason });
    for (const outcome of await tellWhileWaiting(`${file} is being compared`, checkUpload(server, upload))) checked.push({ file, ...outcome });
  }
  await putReports(options, {
    reports: checked.map(({ report }) => report),
    json: () => checked.map(({ file, item }) => JSON.stringify({ file, ...item })),
    failOn: { level: levelOf(options), impact: options.failOnImpact },
  });
  // Nothing was checked that should have been: that is no pass, and no finding either.
  if (checked.some(({ item }) => isUncompared(item))) process.exitCode = 3;
  else if (checked.some((outcome) => fails(outcome, options))) process.exitCode = 1;
}

/** Asked only for broken consumers, a breaking change that breaks nobody is fine. */
function levelOf({ failOn, failOnImpact }: Options): LevelToFail {
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

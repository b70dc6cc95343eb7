import { readFile } from "node:fs/promises";
import { Command, Option } from "commander";
import { diffSpecs } from "#lib/spec/diff/diff-specs.ts";
import type { Impact } from "#lib/spec/impact/find-impact.ts";
import { findImpact } from "#lib/spec/impact/find-impact.ts";
import type { Use } from "#lib/spec/impact/use.ts";
import { readManifestFile } from "#lib/spec/manifest/read-manifest.ts";
import { CommandError } from "../command-error.ts";
import { readSpec } from "../files/read-spec.ts";
import { print } from "../output.ts";
import { asOfOption } from "./diff.ts";

type FailOn = "broken" | "risk" | "never";
type Options = { json?: boolean; uses: string; interface?: string; failOn: FailOn; asOf: string };

/** `intermesh impact BASE REVISION --uses MANIFEST` */
export function impactCommand(): Command {
  return new Command("impact")
    .description("What a change means for one consumer, offline: broken, at risk, unaffected, or unknown.")
    .argument("<base>", "the version that the consumer knows")
    .argument("<revision>", "the version that is to replace it")
    .requiredOption("--uses <manifest>", "the consumer's intermesh.yaml (or JSON)")
    .option("--interface <slug>", "which interface of the manifest is meant, where it names several")
    .option("--json", "the verdict and the changes that cause it as JSON")
    .addOption(asOfOption())
    .addOption(new Option("--fail-on <verdict>", "end with 1 for this verdict or a worse one").choices(["broken", "risk", "never"]).default("broken"))
    .action(impact);
}

async function impact(base: string, revision: string, options: Options): Promise<void> {
  const uses = await readUses(options.uses, options.interface);
  const [before, after] = await Promise.all([readSpec(base), readSpec(revision)]);
  const found = findImpact(before, diffSpecs(before, after, { asOf: options.asOf }).changes, uses);
  if (fails(found, options.failOn)) process.exitCode = 1;
  print(options.json ? JSON.stringify(found) : asText(found));
}

async function readUses(file: string, slug: string | undefined): Promise<Use[] | null> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} cannot be read (${cause.code ?? cause.message}).`, 2, { cause });
  });
  const { manifest, diagnostics } = readManifestFile(bytes, file);
  if (!manifest) throw new CommandError(`${file} is no manifest.${diagnostics.map(({ line, column, message }) => `\n  ${file}:${line}:${column} ${message}`).join("")}`);
  const all = manifest.consumes ?? [];
  const slugs = [...new Set(all.map((one) => one.interface))];
  if (slug === undefined && slugs.length > 1) throw new CommandError(`${file} names several interfaces: say which is meant with --interface (${slugs.join(", ")}).`);
  const chosen = all.filter((one) => slug === undefined || one.interface === slug);
  if (chosen.length === 0) throw new CommandError(`${file} does not consume ${slug ?? "any interface"}.`);
  return chosen.some(({ uses }) => !uses || uses.length === 0) && chosen.length === 1 ? null : chosen.flatMap(({ uses }) => uses ?? []);
}

function fails({ verdict }: Impact, failOn: FailOn): boolean {
  if (failOn === "never") return false;
  return verdict === "broken" || (failOn === "risk" && verdict !== "unaffected");
}

function asText({ verdict, changes }: Impact): string {
  return [verdict, ...changes.map(({ effect, operation, display, message }) => `  ${effect.padEnd(7)} ${operation === null ? "" : `${display ?? operation}: `}${message}`)].join("\n");
}

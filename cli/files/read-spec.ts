import path from "node:path";
import type { NormalizedSpec } from "#lib/spec/normalized-spec.ts";
import type { OpenedSpec } from "#lib/spec/parse-spec.ts";
import { openSpec } from "#lib/spec/parse-spec.ts";
import { CommandError } from "../command-error.ts";
import { readDocument } from "./read-document.ts";

/**
 * A document as far as it can be understood, valid or not, with the files that it refers to.
 * @throws CommandError when it cannot be read or understood
 */
export async function readSpec(file: string): Promise<NormalizedSpec> {
  return (await readOpened(file)).spec;
}

/**
 * The same, with the lines of its parts at hand.
 * @throws CommandError when it cannot be read or understood
 */
export async function readOpened(file: string): Promise<OpenedSpec & { spec: NormalizedSpec }> {
  // References may lead to a sibling folder, as long as it lies below the folder that the command runs in.
  const within = !path.relative(process.cwd(), path.resolve(file)).startsWith("..");
  const { files, root } = await readDocument(file, within ? process.cwd() : path.dirname(path.resolve(file)));
  const opened = await openSpec(files, { root });
  const { spec, diagnostics } = opened;
  if (spec) return { ...opened, spec };
  const reason = diagnostics.find(({ severity }) => severity === "error") ?? diagnostics[0];
  throw new CommandError(`${file} is not understood: ${reason ? `${reason.line}:${reason.column} ${reason.message}` : "it is no OpenAPI or AsyncAPI document."}`);
}

import type { Limits } from "./limits.ts";
import { defaultLimits } from "./limits.ts";
import type { ParsedSpec } from "./normalized-spec.ts";
import type { SpecFile } from "./spec-file.ts";

/**
 * Reads one document: OpenAPI 2.0 to 3.2 or AsyncAPI 2.0 to 3.1, JSON or YAML, one file or several with `$ref`s among them.
 * `root` names the root file; without it the only file that looks like one is taken.
 * Never throws for a bad document: that is `spec: null` with diagnostics.
 */
export async function parseSpec(
  files: SpecFile[],
  options: { root?: string; limits?: Limits } = {},
): Promise<ParsedSpec> {
  void files; void options.root; void (options.limits ?? defaultLimits);
  throw new Error("not yet written");
}

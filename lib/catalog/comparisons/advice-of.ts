import { adviseVersion, type VersionAdvice } from "#lib/spec/diff/advise-version.ts";
import type { Change } from "#lib/spec/diff/change.ts";
import { tallyOf } from "./tally.ts";

/** What `info.version` of a text that changed should be, by the changes that a reader sees. */
export function adviceOf(labels: { base: string; revision: string }, changes: readonly Change[], changed = true): VersionAdvice {
  return adviseVersion({ ...labels, ...tallyOf(changes), changed });
}

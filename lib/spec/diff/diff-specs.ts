import type { NormalizedSpec } from "../normalized-spec.ts";
import type { Diff } from "./change.ts";
import { verdictOf } from "./change.ts";
import type { DiffOptions } from "./run.ts";
import { DiffRun } from "./run.ts";
import { compareOperations, compareServers } from "./walk/compare-operations.ts";
import { compareSecuritySchemes } from "./walk/compare-security.ts";

const rank = { breaking: 0, risky: 1, info: 2 } as const;

/**
 * What changed from one version of a document to the next, the worst first, and the worst level of all as the verdict.
 * Documents of different versions of a specification are compared by what they mean: Swagger 2 with OpenAPI 3, AsyncAPI
 * 2 with 3. Levels come from `rules/`. Pure: today is `asOf`.
 */
export function diffSpecs(base: NormalizedSpec, revision: NormalizedSpec, options: DiffOptions = {}): Diff {
  const run = new DiffRun(base, revision, options);
  compareServers(run);
  compareSecuritySchemes(run);
  compareOperations(run);
  const changes = run.changes.sort((one, other) => rank[one.level] - rank[other.level]);
  return { verdict: verdictOf(changes), changes };
}

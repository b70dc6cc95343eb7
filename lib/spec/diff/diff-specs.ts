import type { NormalizedSpec } from "../normalized-spec.ts";
import { diffOf } from "./apply-levels.ts";
import type { Diff } from "./change.ts";
import type { DiffOptions } from "./run.ts";
import { DiffRun } from "./run.ts";
import { compareOperations, compareServers } from "./walk/compare-operations.ts";
import { compareSecuritySchemes } from "./walk/compare-security.ts";
import { recordSchemaChanges } from "./walk/schema-changes.ts";

/**
 * What changed from one version of a document to the next, the worst first, and the worst level of all as the verdict.
 * Documents of different versions of a specification are compared by what they mean: Swagger 2 with OpenAPI 3, AsyncAPI
 * 2 with 3. Levels come from `rules/`; `applyLevels` puts others in their place. Pure: today is `asOf`.
 */
export function diffSpecs(base: NormalizedSpec, revision: NormalizedSpec, options: DiffOptions = {}): Diff {
  const run = new DiffRun(base, revision, options);
  compareServers(run);
  compareSecuritySchemes(run);
  compareOperations(run);
  recordSchemaChanges(run);
  const spelled = new Map([...base.operations, ...revision.operations].map(({ key, display }) => [key, display]));
  return diffOf(run.changes.map((change) => ({ ...change, display: change.operation === null ? null : (spelled.get(change.operation) ?? null) })));
}

import type { Report } from "#lib/spec/report/report.ts";
import { comparisonUrl } from "../urls/comparison-url.ts";
import type { Comparison } from "./get-comparison.ts";

/** A comparison as it is written down, for Markdown. `origin`: of this site, for links. */
export function reportOf(comparison: Comparison, origin: string): Report {
  const { title, base, revision, tally, changes, impact, advice, problem, slug, line } = comparison;
  return {
    title, label: revision.label, base: base.label, file: slug, changes, impact, advice,
    tally: problem === null ? tally : null,
    note: problem,
    failure: null,
    diagnostics: [],
    url: `${origin}${comparisonUrl({ slug, line, from: base.sequence, to: revision.sequence })}`,
  };
}

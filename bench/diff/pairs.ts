import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Diff } from "../../lib/spec/diff/change.ts";
import { diffSpecs } from "../../lib/spec/diff/diff-specs.ts";
import type { NormalizedSpec } from "../../lib/spec/normalized-spec.ts";
import { parseSpec } from "../../lib/spec/parse-spec.ts";
import { median, note } from "../shared/report.ts";

export type PairFigures = { pairs: number; compared: number; notUnderstood: number; operationsMissed: number; slowestRatio: number; slowest: string; verdicts: Record<string, number> };

/**
 * Real pairs of versions, a line of JSON for each: `{old: {path}, new: {path}}`, relative to the list or to the folder above it.
 * Every operation that only one side has must be reported; comparing is timed against reading both documents.
 */
export async function comparePairs(list: string): Promise<PairFigures> {
  const rows = readFileSync(list, "utf8").trim().split("\n").map((line) => JSON.parse(line) as { api: string; old: { path: string }; new: { path: string } });
  const figures: PairFigures = { pairs: rows.length, compared: 0, notUnderstood: 0, operationsMissed: 0, slowestRatio: 0, slowest: "", verdicts: {} };
  for (const row of rows) {
    const times = { read: [] as number[], diff: [] as number[] };
    let [before, after, diff]: [NormalizedSpec | null, NormalizedSpec | null, Diff | null] = [null, null, null];
    // The middle of five: what else the machine does tells in documents that take a few milliseconds.
    for (let round = 0; round < 5; round++) {
      const started = performance.now();
      [before, after] = [await readSpec(list, row.old.path), await readSpec(list, row.new.path)];
      times.read.push(performance.now() - started);
      const begun = performance.now();
      if (before && after) diff = diffSpecs(before, after);
      times.diff.push(performance.now() - begun);
    }
    if (!before || !after || !diff) {
      figures.notUnderstood++;
      continue;
    }
    const { verdict, changes } = diff;
    const ratio = median(times.diff) / median(times.read);
    if (ratio > figures.slowestRatio) [figures.slowestRatio, figures.slowest] = [ratio, row.api];
    figures.compared++;
    figures.verdicts[verdict] = (figures.verdicts[verdict] ?? 0) + 1;
    const missed = [...alone(before, after), ...alone(after, before)].filter((key) => !changes.some(({ operation, rule }) => operation === key && /^operation-(added|removed)|^event-no-longer/.test(rule)));
    figures.operationsMissed += missed.length;
    if (missed.length > 0) note(`${row.api}: not reported: ${missed.slice(0, 5).join(", ")}`);
  }
  return figures;
}

async function readSpec(list: string, file: string): Promise<NormalizedSpec | null> {
  const found = [path.join(path.dirname(list), file), path.join(path.dirname(list), "..", file)].find((candidate) => existsSync(candidate));
  if (!found) return null;
  const name = path.basename(found);
  return (await parseSpec([{ path: name, bytes: readFileSync(found) }], { root: name })).spec;
}

/** Keys of the one document that the other has not. */
function alone(one: NormalizedSpec, other: NormalizedSpec): string[] {
  const keys = new Set(other.operations.map(({ key }) => key));
  return one.operations.map(({ key }) => key).filter((key) => !keys.has(key));
}

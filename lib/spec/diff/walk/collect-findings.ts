import { type Level, levelRank } from "../change.ts";
import type { Compared, Finding } from "../schemas/comparison.ts";

/** How much is told of one place: comparisons looked at, and findings; what lies beyond is summed up. */
export type Budget = { steps: number; findings: number };

/** Findings of one place with the fields where each occurs, and the fields within which there are more. */
export type Collected = { found: Map<Finding, string[]>; beyond: { fields: string[]; level: Level } | null };

const fieldsMax = 50;
const beyondMax = 200;

type Step = { at: Compared; path: string; within: Step | null };

/**
 * Every finding of a comparison with the fields where it occurs, the nearest first: a schema used at several places occurs at
 * each of them, within itself once. `worst` tells which comparisons lead to findings; `told` those whose findings some other
 * place has listed already, which need not be told again where the budget ends.
 */
export function collectFindings(compared: Compared, place: string, worst: ReadonlyMap<Compared, Level>, told: Set<Compared>, budget: Budget): Collected {
  const found = new Map<Finding, string[]>();
  const beyond = new Map<string, Level>();
  const queue: Step[] = worst.has(compared) ? [{ at: compared, path: place, within: null }] : [];
  for (let next = 0; next < queue.length; next++) {
    const step = queue[next];
    if (!step) break;
    const { at, path } = step;
    if ((next >= budget.steps || found.size >= budget.findings) && told.has(at)) {
      // Too many to be named one by one: somewhere within the place.
      const field = beyond.size < beyondMax ? path : place;
      beyond.set(field, worseOf(beyond.get(field), worst.get(at)));
      continue;
    }
    told.add(at);
    for (const finding of at.findings) {
      const fields = found.get(finding) ?? [];
      const field = joinPath(path, finding.path);
      if (fields.length < fieldsMax && !fields.includes(field)) fields.push(field);
      found.set(finding, fields);
    }
    for (const inner of at.inner) {
      if (worst.has(inner.compared) && !isWithin(step, inner.compared)) queue.push({ at: inner.compared, path: joinPath(path, inner.path), within: step });
    }
  }
  return { found, beyond: beyond.size === 0 ? null : { fields: coarse([...beyond.keys()]), level: [...beyond.values()].reduce(worseOf) } };
}

function isWithin(step: Step, compared: Compared): boolean {
  for (let at: Step | null = step; at !== null; at = at.within) if (at.at === compared) return true;
  return false;
}

function worseOf(one: Level | undefined, other: Level | undefined): Level {
  return levelRank[one ?? "info"] < levelRank[other ?? "info"] ? (one ?? "info") : (other ?? "info");
}

/** So many fields as may be named: those that hold them, where they are more. */
function coarse(fields: string[]): string[] {
  let named = fields;
  while (named.length > fieldsMax) {
    const depth = Math.max(...named.map(depthOf));
    if (depth <= 1) return named.slice(0, 1).map((field) => field.split(/[.[{]/)[0] ?? field);
    named = [...new Set(named.map((field) => (depthOf(field) < depth ? field : field.replace(/(\.[^.[{]*|\[[^\]]*\]|\{\})$/, ""))))];
  }
  return named;
}

function depthOf(field: string): number {
  return field.split(/[.[{]/).length;
}

/** `request.body` and `[]` give `request.body[]`; `response` and `id`, `response.id`. */
export function joinPath(base: string, path: string): string {
  if (path === "") return base;
  return path.startsWith("[") || path.startsWith("{") ? base + path : `${base}.${path}`;
}

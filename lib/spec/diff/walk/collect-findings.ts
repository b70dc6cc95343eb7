import type { Compared, Finding } from "../schemas/comparison.ts";

const fieldsMax = 50;
const stepsMax = 5_000;

/**
 * Every finding of a comparison with the fields where it occurs, the first one written first. A schema used at several
 * places occurs at each of them; within itself, once.
 */
export function collectFindings(compared: Compared, place: string): Map<Finding, string[]> {
  const reached = reach(compared);
  const found = new Map<Finding, string[]>();
  if (!reached.some(({ findings }) => findings.length > 0)) return found;
  const telling = thoseThatLeadToFindings(reached);
  // First each once, so that none is missed; then at its other places as well, as far as there is time.
  walk(compared, place, new Set(), () => true);
  let steps = 0;
  walk(compared, place, new Set(), () => ++steps <= stepsMax, true);
  return found;

  function walk(at: Compared, path: string, open: Set<Compared>, goOn: () => boolean, again = false): void {
    if (open.has(at) || !telling.has(at) || !goOn()) return;
    open.add(at);
    for (const finding of at.findings) {
      const field = joinPath(path, finding.path);
      const fields = found.get(finding) ?? [];
      if (fields.length < fieldsMax && !fields.includes(field)) fields.push(field);
      found.set(finding, fields);
    }
    for (const inner of at.inner) walk(inner.compared, joinPath(path, inner.path), open, goOn, again);
    if (again) open.delete(at);
  }
}

function reach(compared: Compared): Compared[] {
  const reached = new Set([compared]);
  for (const at of reached) for (const { compared: inner } of at.inner) reached.add(inner);
  return [...reached];
}

function thoseThatLeadToFindings(reached: Compared[]): Set<Compared> {
  const users = new Map<Compared, Compared[]>();
  for (const at of reached) for (const { compared: inner } of at.inner) users.set(inner, [...(users.get(inner) ?? []), at]);
  const telling = new Set(reached.filter(({ findings }) => findings.length > 0));
  for (const at of telling) for (const user of users.get(at) ?? []) telling.add(user);
  return telling;
}

/** `request.body` and `[]` give `request.body[]`; `response` and `id`, `response.id`. */
export function joinPath(base: string, path: string): string {
  if (path === "") return base;
  return path.startsWith("[") || path.startsWith("{") ? base + path : `${base}.${path}`;
}

import type { Level } from "../change.ts";
import type { Compared } from "../schemas/comparison.ts";

/** The worst level of all findings that each comparison leads to; those that lead to none are not in it. */
export function worstFindings(roots: readonly Compared[], levelOf: (compared: Compared) => Level | null): Map<Compared, Level> {
  const reached = new Set(roots);
  const users = new Map<Compared, Compared[]>();
  for (const at of reached) {
    for (const { compared: inner } of at.inner) {
      reached.add(inner);
      const known = users.get(inner);
      if (known) known.push(at);
      else users.set(inner, [at]);
    }
  }
  const own = new Map<Compared, Level>();
  for (const at of reached) {
    const level = at.findings.length > 0 ? levelOf(at) : null;
    if (level) own.set(at, level);
  }
  const worst = new Map<Compared, Level>();
  for (const level of ["breaking", "risky", "info"] as const) {
    const open = [...own].flatMap(([at, its]) => (its === level && !worst.has(at) ? [at] : []));
    for (const at of open) worst.set(at, level);
    for (const at of open) {
      for (const user of users.get(at) ?? []) {
        if (worst.has(user)) continue;
        worst.set(user, level);
        open.push(user);
      }
    }
  }
  return worst;
}

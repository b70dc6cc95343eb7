import { and, eq, or } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { changes } from "#db/schema/comparison/changes.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { operations } from "#db/schema/document/operations.ts";
import { narrowingOf } from "#lib/auth/narrowing-of.ts";
import type { Scope } from "#lib/auth/scope.ts";
import { isHiddenBy, type Part } from "#lib/spec/hide/hiding.ts";
import type { VersionFacts } from "./version-facts.ts";

const none: ReadonlySet<number> = new Set();

/**
 * Which changes of a comparison a reader may not hear of, by ordinal: those to operations that a rule closes to them, and,
 * where a rule closes messages or properties, every change within an operation. In doubt nothing is told.
 */
export async function hiddenChanges(tx: Executor, interfaceId: number | null, comparisonId: number | null): Promise<(scope: Scope) => ReadonlySet<number>> {
  const closedTo = interfaceId === null || comparisonId === null ? null : await narrowingOf(tx, interfaceId);
  if (closedTo === null || comparisonId === null) return () => none;
  const found = await tx.select({ ordinal: changes.ordinal, operation: changes.operation, detail: changes.detail }).from(changes).where(eq(changes.comparisonId, comparisonId));
  const rows = await tx
    .select({ key: operations.key, tags: operations.tags, path: operations.address, internal: operations.internal })
    .from(comparisons)
    .innerJoin(operations, or(eq(operations.versionId, comparisons.versionId), eq(operations.versionId, comparisons.baseVersionId)))
    .where(eq(comparisons.id, comparisonId));
  const parts = Map.groupBy(rows.map(({ key, ...part }): Part & { operation: string } => ({ operation: key, ...part })), ({ operation }) => operation);
  return (scope) => {
    const rules = closedTo(scope);
    if (rules.length === 0) return none;
    const deep = rules.some(({ part }) => part === "message" || part === "property");
    const isHidden = ({ operation, detail }: (typeof found)[number]): boolean => {
      if (deep && (operation === null || detail.fields.length > 0)) return true;
      if (operation === null) return false;
      const known = parts.get(operation);
      return known === undefined || known.some((part) => isHiddenBy({ internal: false, rules }, part));
    };
    return new Set(found.filter(isHidden).map(({ ordinal }) => ordinal));
  };
}

/** What is left of the facts without these changes; whoever is touched by nothing else is not touched. */
export function withoutChanges(facts: VersionFacts, hidden: ReadonlySet<number>): VersionFacts {
  if (hidden.size === 0) return facts;
  return {
    ...facts,
    changes: facts.changes.filter(({ ordinal }) => !hidden.has(ordinal)),
    impacts: facts.impacts.flatMap((impact) => {
      const ordinals = impact.ordinals.filter((ordinal) => !hidden.has(ordinal));
      return ordinals.length === 0 && impact.ordinals.length > 0 ? [] : [{ ...impact, ordinals }];
    }),
  };
}

/** Whether a reader may not hear of an operation (or what its key names) of an interface at all: a rule closes it to them. In doubt it does. */
export async function hidesOperation(tx: Executor, interfaceId: number, key: string): Promise<(scope: Scope) => boolean> {
  const closedTo = await narrowingOf(tx, interfaceId);
  if (closedTo === null) return () => false;
  const rows = await tx
    .select({ tags: operations.tags, path: operations.address, internal: operations.internal })
    .from(lines)
    .innerJoin(operations, eq(operations.versionId, lines.currentVersionId))
    .where(and(eq(lines.interfaceId, interfaceId), eq(operations.key, key)));
  return (scope) => {
    const rules = closedTo(scope);
    if (rules.length === 0) return false;
    // A message goes by its own name; an operation that is there no more cannot be asked about.
    const named = rules.some((rule) => (rule.part === "message" || rule.part === "operation") && rule.pattern === key);
    return named || rows.some((part) => isHiddenBy({ internal: false, rules }, { operation: key, ...part })) || (rows.length === 0 && rules.some(({ part }) => part === "tag" || part === "path"));
  };
}

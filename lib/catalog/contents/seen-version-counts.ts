import { and, eq, inArray, or } from "drizzle-orm";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { hiddenCounts } from "./hidden-counts.ts";
import { hidingsOf } from "./hidden-uses.ts";

type Version = { id: number; interfaceId: number; hasRows: boolean; operationCount: number; messageCount: number; schemaCount: number };
/** `null`: a part of it is hidden from the reader, and how much is not known. */
export type SeenVersionCounts = { operationCount: number | null; messageCount: number | null; schemaCount: number | null };

const unknown: SeenVersionCounts = { operationCount: null, messageCount: null, schemaCount: null };

/** How much of each version of a list the reader may see. */
export async function seenVersionCounts({ db, scope }: Pick<Ctx, "db" | "scope">, versions: Version[]): Promise<(version: Version) => SeenVersionCounts> {
  const whole = ({ operationCount, messageCount, schemaCount }: Version) => ({ operationCount, messageCount, schemaCount });
  if (scope.seesAll || versions.length === 0) return whole;
  const hidings = await hidingsOf(db, scope, [...new Set(versions.map(({ interfaceId }) => interfaceId))]);
  if (hidings.size === 0) return whole;
  const [kept, pruned] = [versions.filter(({ hasRows }) => hasRows), versions.filter(({ hasRows, interfaceId }) => !hasRows && hidings.has(interfaceId))];
  const [hidden, marked] = await Promise.all([hiddenCounts(db, scope, kept.map(({ id, interfaceId }) => ({ interfaceId, versionId: id }))), withInternalParts(db, pruned.map(({ id }) => id))]);
  return (version) => {
    if (!version.hasRows) return (hidings.get(version.interfaceId)?.rules.length ?? 0) > 0 || (hidings.has(version.interfaceId) && marked.has(version.id)) ? unknown : whole(version);
    const unseen = hidden.get(version.id);
    return unseen ? { operationCount: version.operationCount - unseen.operations, messageCount: version.messageCount - unseen.messages, schemaCount: null } : whole(version);
  };
}

/** Versions among these of which comparing them showed that something is marked `x-internal`. */
export async function withInternalParts(db: Ctx["db"], ids: number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ versionId: comparisons.versionId, baseVersionId: comparisons.baseVersionId })
    .from(comparisons)
    .where(and(eq(comparisons.hasInternalParts, true), or(inArray(comparisons.versionId, ids), inArray(comparisons.baseVersionId, ids))));
  return new Set(rows.flatMap(({ versionId, baseVersionId }) => [versionId ?? 0, baseVersionId ?? 0]));
}

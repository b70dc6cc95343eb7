import { and, eq, isNotNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { operations } from "#db/schema/document/operations.ts";
import type { migrations } from "#db/schema/lifecycle/migrations.ts";
import { mainLineName } from "../comparisons/compare/main-line.ts";

export type Migration = typeof migrations.$inferSelect;
/** What a migration is about, for jobs: whoever may see it. */
export type MigrationSubject = {
  interfaceId: number;
  slug: string;
  title: string;
  ownerTeamId: number | null;
  line: { id: number; name: string; isMain: boolean; currentVersionId: number | null };
  /** The operation as its document spells it now, where there is one. */
  display: string | null;
  /** Whether everyone who sees the interface sees the operation: only then it is named in news. */
  open: boolean;
};

/** Loads it. @throws Error when the line is gone */
export async function loadSubject(tx: Transaction, { lineId, operationKey }: Pick<Migration, "lineId" | "operationKey">): Promise<MigrationSubject> {
  const [row] = await tx
    .select({ interfaceId: interfaces.id, slug: interfaces.slug, title: interfaces.title, ownerTeamId: interfaces.ownerTeamId, lineId: lines.id, name: lines.name, currentVersionId: lines.currentVersionId })
    .from(lines)
    .innerJoin(interfaces, eq(interfaces.id, lines.interfaceId))
    .where(eq(lines.id, lineId));
  if (!row) throw new Error(`there is no line ${lineId}`);
  const { lineId: id, name, currentVersionId, ...rest } = row;
  const line = { id, name, currentVersionId, isMain: (await mainLineName(tx, row.interfaceId)) === name };
  if (operationKey === null) return { ...rest, line, display: null, open: true };
  const [operation] = currentVersionId === null ? [] : await tx.select({ display: operations.display, internal: operations.internal }).from(operations).where(and(eq(operations.versionId, currentVersionId), eq(operations.key, operationKey)));
  const narrowed = await tx.$count(partRules, and(eq(partRules.interfaceId, row.interfaceId), isNotNull(partRules.visibility)));
  return { ...rest, line, display: operation?.display ?? operationKey, open: operation?.internal === false && narrowed === 0 };
}

/** What is deprecated, in words that give away no part that is not everyone's to see. */
export function nameOfSubject({ title, line, display, open }: MigrationSubject): string {
  const whole = line.isMain || line.name === "default" ? title : `${title} ${line.name}`;
  return display === null ? whole : open ? `${display} of ${whole}` : `An operation of ${whole}`;
}

import { and, asc, eq, inArray, ne, or } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { changes } from "#db/schema/comparison/changes.ts";
import { comparisons } from "#db/schema/comparison/comparisons.ts";
import { impacts } from "#db/schema/comparison/impacts.ts";
import { messages } from "#db/schema/document/messages.ts";
import { operationMessages } from "#db/schema/document/operation-messages.ts";
import { operations } from "#db/schema/document/operations.ts";

export type FactChange = { ordinal: number; level: "breaking" | "risky" | "info"; operation: string | null };
export type FactImpact = { verdict: "broken" | "at risk" | "unaffected" | "unknown"; consumer: string; ownerTeamId: number | null; ordinals: number[] };
/** What a new version changes, and what that means for each consumer. `carriers`: the operations that carry a message, by its name. */
export type VersionFacts = { changes: FactChange[]; impacts: FactImpact[]; carriers: ReadonlyMap<string, ReadonlySet<string>> };

/** Reads what a comparison found. Without one, nothing changed. */
export async function versionFacts(tx: Executor, comparisonId: number | null): Promise<VersionFacts> {
  if (comparisonId === null) return { changes: [], impacts: [], carriers: new Map() };
  const found = await tx
    .select({ ordinal: changes.ordinal, level: changes.level, operation: changes.operation })
    .from(changes)
    .where(and(eq(changes.comparisonId, comparisonId), ne(changes.audience, "visitors")))
    .orderBy(asc(changes.ordinal));
  const rows = await tx
    .select({
      verdict: impacts.verdict, effects: impacts.effects,
      service: services.title, serviceOwner: services.ownerTeamId, subject: interfaces.title, interfaceOwner: interfaces.ownerTeamId,
    })
    .from(impacts)
    .leftJoin(services, eq(services.id, impacts.serviceId))
    .leftJoin(interfaces, eq(interfaces.id, impacts.interfaceId))
    .where(and(eq(impacts.comparisonId, comparisonId), inArray(impacts.verdict, ["broken", "at risk", "unknown"])));
  return {
    changes: found,
    impacts: rows.map((row) => ({ verdict: row.verdict, consumer: row.service ?? row.subject ?? "", ownerTeamId: row.serviceOwner ?? row.interfaceOwner, ordinals: row.effects.map(([ordinal]) => ordinal) })),
    carriers: await carriersOf(tx, comparisonId),
  };
}

/** Which operations carry which message, before or after. */
async function carriersOf(tx: Executor, comparisonId: number): Promise<Map<string, Set<string>>> {
  const rows = await tx
    .selectDistinct({ message: messages.name, operation: operations.key })
    .from(comparisons)
    .innerJoin(operations, or(eq(operations.versionId, comparisons.versionId), eq(operations.versionId, comparisons.baseVersionId)))
    .innerJoin(operationMessages, eq(operationMessages.operationId, operations.id))
    .innerJoin(messages, and(eq(messages.versionId, operations.versionId), eq(messages.key, operationMessages.message)))
    .where(eq(comparisons.id, comparisonId));
  const carriers = new Map<string, Set<string>>();
  for (const { message, operation } of rows) carriers.set(message, (carriers.get(message) ?? new Set()).add(operation));
  return carriers;
}

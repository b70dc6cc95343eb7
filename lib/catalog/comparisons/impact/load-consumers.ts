import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { UseEvidence } from "#db/schema/comparison/impacts.ts";
import type { Use } from "#lib/spec/impact/use.ts";
import { type KnownUse, usesOf } from "../../dependencies/uses-of.ts";

/** Who uses a line of an interface, and what of it. One that is certain of one use and possible of another comes twice. */
export type Consumer = { serviceId: number | null; interfaceId: number | null; possible: boolean; uses: UseEvidence[] };

/** A use that names no line is one of the interface's main line. */
export async function loadConsumers(db: Executor, line: { interfaceId: number; name: string; isMain: boolean }): Promise<Consumer[]> {
  const exists = sql`(d.line = ${line.name} or (d.line is null and ${line.isMain})) and not exists (select 1 from services s where s.id = d.from_service_id and s.deleted_at is not null)`;
  const [uses, evidence] = [await usesOf(db, line.interfaceId, exists), await evidenceOf(db, line.interfaceId)];
  const consumers = new Map<string, Consumer>();
  for (const use of uses) {
    const { fromServiceId: serviceId, fromInterfaceId: interfaceId, kinds, operationKey: operation, message, fields } = use;
    const possible = kinds.length > 0 && kinds.every((kind) => kind === "possible");
    const key = `${serviceId} ${interfaceId} ${possible}`;
    const consumer = consumers.get(key) ?? { serviceId, interfaceId, possible, uses: [] };
    consumer.uses.push({ operation, message, fields, evidence: supporting(use, uses).flatMap(({ dependencyId }) => evidence.get(dependencyId) ?? []) });
    consumers.set(key, consumer);
  }
  return [...consumers.values()];
}

/** What is declared of an operation speaks for its messages, too. */
function supporting(use: KnownUse, uses: KnownUse[]): KnownUse[] {
  return uses.filter((other) => other === use || (other.message === null && use.message !== null && other.operationKey === use.operationKey && other.fromServiceId === use.fromServiceId && other.fromInterfaceId === use.fromInterfaceId));
}

async function evidenceOf(db: Executor, interfaceId: number): Promise<Map<number, UseEvidence["evidence"]>> {
  const { rows } = await db.execute<{ dependency_id: number } & UseEvidence["evidence"][number]>(sql`
    select e.dependency_id, e.kind, e.source, e.detail ->> 'sentence' as sentence
    from evidence e join dependencies d on d.id = e.dependency_id where d.to_interface_id = ${interfaceId} order by e.id`);
  const found = new Map<number, UseEvidence["evidence"]>();
  for (const { dependency_id: id, ...row } of rows) found.set(id, [...(found.get(id) ?? []), row]);
  return found;
}

/** What the engine is to judge by; `null` where nothing is known but that it uses the interface. */
export function judgedUses({ uses }: Consumer): Use[] | null {
  const named = uses.flatMap(({ operation, message, fields }) => (operation === null ? [] : [{ operation, message, fields }]));
  return named.length === 0 ? null : named;
}

/** Whether every use says which part. */
export function isKnown({ uses }: Consumer): boolean {
  return uses.every(({ operation }) => operation !== null);
}

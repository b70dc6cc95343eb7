import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { UseEvidence } from "#db/schema/comparison/impacts.ts";
import type { Use } from "#lib/spec/impact/manifest.ts";

/** Who uses a line of an interface, and what of it. One that is certain of one use and possible of another comes twice. */
export type Consumer = { serviceId: number | null; interfaceId: number | null; possible: boolean; uses: UseEvidence[] };

type Row = { service_id: number | null; interface_id: number | null; operation: string | null; message: string | null; fields: string[]; evidence: UseEvidence["evidence"] };

/** A use that names no line is one of the interface's main line. */
export async function loadConsumers(db: Executor, line: { interfaceId: number; name: string; isMain: boolean }): Promise<Consumer[]> {
  const { rows } = await db.execute<Row>(sql`
    select d.from_service_id as service_id, d.from_interface_id as interface_id, d.operation_key as operation, d.message,
      coalesce((select json_agg(f.field order by f.field) from dependency_fields f where f.dependency_id = d.id), '[]') as fields,
      coalesce((select json_agg(json_build_object('kind', e.kind, 'source', e.source, 'sentence', e.detail->>'sentence') order by e.id) from evidence e where e.dependency_id = d.id), '[]') as evidence
    from dependencies d
    left join services s on s.id = d.from_service_id
    where d.to_interface_id = ${line.interfaceId} and d.dismissed_at is null and s.deleted_at is null
      and (d.line = ${line.name} or (d.line is null and ${line.isMain}))
    order by d.id`);
  const consumers = new Map<string, Consumer>();
  for (const { service_id: serviceId, interface_id: interfaceId, ...use } of rows) {
    const possible = use.evidence.length > 0 && use.evidence.every(({ kind }) => kind === "possible");
    const key = `${serviceId} ${interfaceId} ${possible}`;
    const consumer = consumers.get(key) ?? { serviceId, interfaceId, possible, uses: [] };
    consumer.uses.push(use);
    consumers.set(key, consumer);
  }
  return [...consumers.values()];
}

/** What the engine is to judge by; `null` where nothing is known but that it uses the interface. */
export function usesOf({ uses }: Consumer): Use[] | null {
  const named = uses.flatMap(({ operation, message, fields }) => (operation === null ? [] : [{ operation, message, fields }]));
  return named.length === 0 ? null : named;
}

/** Whether every use says which part. */
export function isKnown({ uses }: Consumer): boolean {
  return uses.every(({ operation }) => operation !== null);
}

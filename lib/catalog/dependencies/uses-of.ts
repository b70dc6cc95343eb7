import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { EvidenceKind, Flow } from "./use.ts";

/** One use of an operation (null: of the interface, nobody knows which part), with all that is known of it. */
export type KnownUse = {
  dependencyId: number;
  fromServiceId: number | null;
  fromInterfaceId: number | null;
  /** `null` is the main line. */
  line: string | null;
  operationKey: string | null;
  /** Key of a message; null is any of the operation's. */
  message: string | null;
  flow: Flow;
  /** As in a manifest; empty means that nobody knows which. */
  fields: string[];
  kinds: EvidenceKind[];
};

/**
 * Every use of an interface that is not dismissed, whoever may see it: for jobs. What is declared of an operation's fields
 * holds for each of its messages that documents say are used, so that the two count as one use and not as a vague one.
 */
export async function usesOf(db: Executor, interfaceId: number, condition: SQL = sql`true`): Promise<KnownUse[]> {
  const { rows } = await db.execute<Row>(sql`
    select d.id, d.from_service_id, d.from_interface_id, d.line, d.operation_key, d.message, d.flow,
      array(select f.field from dependency_fields f where f.dependency_id = d.id order by f.field) as fields,
      array(select distinct e.kind from evidence e where e.dependency_id = d.id order by e.kind) as kinds
    from dependencies d where d.to_interface_id = ${interfaceId} and d.dismissed_at is null and ${condition} order by d.id`);
  return withDeclaredFields(rows.map((row) => ({
    dependencyId: row.id, fromServiceId: row.from_service_id, fromInterfaceId: row.from_interface_id, line: row.line, operationKey: row.operation_key,
    message: row.message, flow: row.flow, fields: row.fields, kinds: row.kinds,
  })));
}

function withDeclaredFields(uses: KnownUse[]): KnownUse[] {
  const operationOf = ({ fromServiceId, fromInterfaceId, line, operationKey }: KnownUse) => JSON.stringify([fromServiceId, fromInterfaceId, line, operationKey]);
  const groups = Map.groupBy(uses, operationOf);
  return [...groups.values()].flatMap((group) => {
    const whole = group.find(({ message }) => message === null);
    const parts = group.filter(({ message }) => message !== null);
    if (!whole || parts.length === 0 || whole.operationKey === null) return group;
    return parts.map((part) => ({ ...part, fields: [...new Set([...part.fields, ...whole.fields])].sort(), kinds: [...new Set([...part.kinds, ...whole.kinds])].sort() }));
  });
}

type Row = { id: number; from_service_id: number | null; from_interface_id: number | null; line: string | null; operation_key: string | null; message: string | null; flow: Flow; fields: string[]; kinds: EvidenceKind[] };

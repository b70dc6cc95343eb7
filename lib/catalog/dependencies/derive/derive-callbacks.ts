import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { retryOnDeadlock } from "../../publish/retry-on-deadlock.ts";
import { replaceEvidence } from "../replace-evidence.ts";

type Row = { fs: number | null; fi: number | null; ti: number; line: string | null; parent: string; callback: string; title: string };

/**
 * Derives who is called back: whoever is known to call an operation that has callbacks (OpenAPI 3.1 section 4.8.18) may
 * receive them. *Possible*, since the caller need not give an address. Looks at uses of one interface, or by one service. Idempotent.
 */
export async function deriveCallbacks(db: Database, { interfaceId, serviceId }: { interfaceId?: number; serviceId?: number }): Promise<void> {
  const subjects: SQL[] = [...(interfaceId === undefined ? [] : [sql`d.to_interface_id = ${interfaceId}`]), ...(serviceId === undefined ? [] : [sql`d.from_service_id = ${serviceId}`])];
  for (const within of subjects) await retryOnDeadlock(() => db.transaction(async (tx) => {
    const { rows } = await tx.execute<Row>(sql`
      select distinct d.from_service_id as fs, d.from_interface_id as fi, d.to_interface_id as ti, d.line, d.operation_key as parent, o.key as callback, i.title
      from dependencies d join interfaces i on i.id = d.to_interface_id
      join lateral (select l.current_version_id from lines l where l.interface_id = d.to_interface_id and (d.line is null or l.name = d.line) order by l.name <> 'default', l.current_version_id desc nulls last, l.id limit 1) l on true
      join operations o on o.version_id = l.current_version_id and o.kind = 'callback' and starts_with(o.key, d.operation_key || ' CALLBACK ')
      where ${within} and d.flow = 'call' and d.dismissed_at is null and exists (select 1 from evidence e where e.dependency_id = d.id and e.kind <> 'possible')`);
    await replaceEvidence(tx, { kind: "possible", source: "callback", within }, rows.map(({ fs, fi, ti, line, parent, callback, title }) => ({
      fromServiceId: fs, fromInterfaceId: fi, toInterfaceId: ti, toServiceId: null, line, operationKey: callback, message: null, flow: "event", unresolved: null,
      detail: { sentence: `It calls \`${parent}\` of ${title}, which calls back whoever gives it an address.` },
    })));
  }));
}

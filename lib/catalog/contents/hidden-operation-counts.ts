import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { Scope } from "#lib/auth/scope.ts";
import { isHiddenBy } from "#lib/spec/hide/hiding.ts";
import { hidingsOf, withParent } from "./hidden-uses.ts";

type Counted = { interfaceId: number; versionId: number };
type Row = { interfaceId: number; key: string; address: string | null; tags: string[]; internal: boolean };

/** How many operations of some current versions the reader may not see, by interface. Loads what rules speak of, or what is marked. */
export async function hiddenOperationCounts(db: Executor, scope: Scope, counted: Counted[]): Promise<Map<number, number>> {
  if (scope.seesAll || counted.length === 0) return new Map();
  const hidings = await hidingsOf(db, scope, counted.map(({ interfaceId }) => interfaceId));
  const asked = counted.filter(({ interfaceId }) => hidings.has(interfaceId)).map(({ interfaceId, versionId }) => ({ i: interfaceId, v: versionId, ruled: (hidings.get(interfaceId)?.rules.length ?? 0) > 0 }));
  if (asked.length === 0) return new Map();
  const { rows } = await db.execute<Row>(sql`
    select a.i as "interfaceId", o.key, o.address, to_jsonb(o.tags) as tags, o.internal
    from json_to_recordset(${JSON.stringify(asked)}::json) as a(i bigint, v bigint, ruled boolean) join operations o on o.version_id = a.v
    where a.ruled or o.internal or o.key like '% CALLBACK %'`);
  const hidden = new Set(rows.filter((row) => isHidden(row)).map(({ interfaceId, key }) => `${interfaceId} ${key}`));
  const counts = new Map<number, number>();
  for (const { interfaceId, key } of rows) if (withParent(key).some((part) => hidden.has(`${interfaceId} ${part}`))) counts.set(interfaceId, (counts.get(interfaceId) ?? 0) + 1);
  return counts;

  function isHidden({ interfaceId, key, address, tags, internal }: Row): boolean {
    const hiding = hidings.get(interfaceId);
    return hiding !== undefined && isHiddenBy(hiding, { operation: key, path: address, tags, internal });
  }
}

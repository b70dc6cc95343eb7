import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { Scope } from "#lib/auth/scope.ts";
import { isHiddenBy } from "#lib/spec/hide/hiding.ts";
import { hidingsOf, withParent } from "./hidden-uses.ts";

type Counted = { interfaceId: number; versionId: number };
type Row = { kind: "operation" | "message"; versionId: number; key: string; address: string | null; tags: string[]; internal: boolean };
export type HiddenCount = { operations: number; messages: number };

/**
 * How many operations and messages of some versions the reader may not see, by version; absent where they see all. Loads
 * what rules speak of, or what is marked. Only of versions whose rows are kept.
 */
export async function hiddenCounts(db: Executor, scope: Scope, counted: Counted[]): Promise<Map<number, HiddenCount>> {
  if (scope.seesAll || counted.length === 0) return new Map();
  const hidings = await hidingsOf(db, scope, [...new Set(counted.map(({ interfaceId }) => interfaceId))]);
  const hidingOf = new Map(counted.flatMap(({ interfaceId, versionId }) => (hidings.has(interfaceId) ? [[versionId, hidings.get(interfaceId)] as const] : [])));
  const ids = (ruled: boolean) => sql`(select value::bigint from json_array_elements_text(${JSON.stringify([...hidingOf].filter(([, hiding]) => (hiding?.rules.length ?? 0) > 0 === ruled).map(([id]) => id))}::json))`;
  if (hidingOf.size === 0) return new Map();
  // Where no rule speaks, what is marked is enough, and an index holds just that.
  const { rows } = await db.execute<Row>(sql`
    select 'operation' as kind, version_id as "versionId", key, address, to_jsonb(tags) as tags, internal from operations where version_id in ${ids(true)}
    union all select 'operation', version_id, key, address, to_jsonb(tags), internal from operations where internal and version_id in ${ids(false)}
    union all select 'message', version_id, key, null, coalesce(detail::jsonb -> 'tags', '[]'), coalesce((detail ->> 'internal')::boolean, false) from messages where version_id in ${ids(true)}
    union all select 'message', version_id, key, null, '[]', true from messages where detail ->> 'internal' = 'true' and version_id in ${ids(false)}`);
  const hidden = new Set(rows.filter((row) => isHidden(row)).map(({ kind, versionId, key }) => `${versionId} ${kind} ${key}`));
  const counts = new Map<number, HiddenCount>();
  for (const { kind, versionId, key } of rows) {
    // A callback is hidden with the operation that it hangs on.
    if (!(kind === "operation" ? withParent(key) : [key]).some((part) => hidden.has(`${versionId} ${kind} ${part}`))) continue;
    const count = counts.get(versionId) ?? { operations: 0, messages: 0 };
    count[`${kind}s`] += 1;
    counts.set(versionId, count);
  }
  return counts;

  function isHidden({ kind, versionId, key, address, tags, internal }: Row): boolean {
    const hiding = hidingOf.get(versionId);
    return hiding !== undefined && isHiddenBy(hiding, kind === "operation" ? { operation: key, path: address, tags, internal } : { message: key, tags, internal });
  }
}

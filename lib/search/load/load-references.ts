import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { messages } from "#db/schema/document/messages.ts";
import { operations } from "#db/schema/document/operations.ts";
import { schemas } from "#db/schema/document/schemas.ts";
import type { References } from "./closed-schemas.ts";

/** Which schemas each operation, message and schema of a version refers to by itself. */
export async function loadReferences(db: Executor, versionId: number): Promise<References[]> {
  // Found where they lie: the details of a large document are megabytes.
  const refs = (column: unknown) => sql`array(select distinct found[1] from regexp_matches(${column}::text, '"\\$ref"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"', 'g') found)`;
  const { rows } = await db.execute<References>(sql`
    select 'operation' as kind, ${operations.key} as id, ${refs(operations.detail)} as refs from ${operations} where ${operations.versionId} = ${versionId}
    union all select 'message', ${messages.key}, ${refs(messages.detail)} from ${messages} where ${messages.versionId} = ${versionId}
    union all select 'schema', ${schemas.key}, ${refs(schemas.detail)} from ${schemas} where ${schemas.versionId} = ${versionId}`);
  return rows.map((row) => ({ ...row, refs: row.refs.map((ref) => JSON.parse(`"${ref}"`) as string) }));
}

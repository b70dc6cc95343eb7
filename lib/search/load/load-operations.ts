import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { OperationRow } from "../documents/operation-document.ts";

const referenceName = /[^/#]+$/;
type Row = Omit<OperationRow, "fields"> & Record<"parameters" | "bodyFields" | "references" | "answers", string[]>;

/**
 * A version's operations with as little of their detail as search needs: reading whole details of a large document takes
 * longer than indexing it.
 */
export async function loadOperations(db: Executor, versionId: number): Promise<OperationRow[]> {
  // Read as `jsonb` once: each path would read the stored text again otherwise.
  const { rows } = await db.execute<Row>(sql`
    select key, display, kind, action, address, operation_ids as "operationIds", summary, tags, deprecated, internal,
           left(d ->> 'description', 1000) as description,
           jsonb_path_query_array(d, '$.parameters[*].name') as parameters,
           jsonb_path_query_array(d, '$.requestBody.content[0].schema.properties.keyvalue().key') as "bodyFields",
           jsonb_path_query_array(d, '$.requestBody.content[*].schema.**{0 to 2}."$ref"') as "references",
           jsonb_path_query_array(d, '$.responses[*].content[*].schema.**{0 to 2}."$ref"') as answers,
           jsonb_path_query_array(d, '$.messages[*]') as messages,
           coalesce(jsonb_typeof(d -> 'reply'), 'null') <> 'null' as replies
    from (select *, detail::jsonb as d from operations where version_id = ${versionId} offset 0) as unpacked
    order by ordinal`);
  return rows.map(({ parameters, bodyFields, references, answers, messages, ...row }) => ({
    ...row,
    messages,
    // A `$ref` is no text where a field has that name, or a document is broken.
    fields: [...messages, ...parameters, ...bodyFields, ...[...references, ...answers].filter((id) => typeof id === "string").map((id) => referenceName.exec(id)?.[0] ?? id)],
  }));
}

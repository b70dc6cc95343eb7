import { asc, eq, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { operations } from "#db/schema/document/operations.ts";
import type { OperationRow } from "../documents/operation-document.ts";

const referenceName = /[^/#]+$/;

/** A version's operations with as little of their detail as search needs: reading whole details of a large document takes longer than indexing it. */
export async function loadOperations(db: Executor, versionId: number): Promise<OperationRow[]> {
  const names = (path: string) => sql<string[] | null>`jsonb_path_query_array(${operations.detail}, ${sql.raw(`'${path}'`)})`;
  const rows = await db
    .select({
      key: operations.key,
      display: operations.display,
      kind: operations.kind,
      action: operations.action,
      address: operations.address,
      operationIds: operations.operationIds,
      summary: operations.summary,
      tags: operations.tags,
      deprecated: operations.deprecated,
      internal: operations.internal,
      description: sql<string | null>`left(${operations.detail} ->> 'description', 1000)`,
      parameters: names("$.parameters[*].name"),
      bodyFields: names("$.requestBody.content[0].schema.properties.keyvalue().key"),
      references: names('$.requestBody.content[*].schema.**{0 to 2}."$ref"'),
      answers: names('$.responses[*].content[*].schema.**{0 to 2}."$ref"'),
      messages: names("$.messages[*]"),
    })
    .from(operations)
    .where(eq(operations.versionId, versionId))
    .orderBy(asc(operations.ordinal));
  return rows.map(({ parameters, bodyFields, references, answers, messages, ...row }) => ({
    ...row,
    fields: [...(messages ?? []), ...(parameters ?? []), ...(bodyFields ?? []), ...[...(references ?? []), ...(answers ?? [])].map((id) => referenceName.exec(id)?.[0] ?? id)],
  }));
}

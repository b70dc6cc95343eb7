import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { VersionRows } from "#lib/parsing/version-rows.ts";

/** Stores operations, messages, channels, schemas and properties of a version: one statement for a few thousand rows. */
export async function insertRows(tx: Transaction, versionId: number, rows: VersionRows): Promise<void> {
  for (const chunk of rows.operations)
    await tx.execute(sql`
      insert into operations (version_id, ordinal, key, display, kind, action, address, operation_ids, summary, tags, deprecated, internal, sunset, detail)
      select ${versionId}, ordinal, key, display, kind, action, address, operation_ids, summary, tags, deprecated, internal, sunset, detail
      from json_to_recordset(${chunk}::json) as r(ordinal int, key text, display text, kind text, action text, address text, operation_ids text[],
        summary text, tags text[], deprecated boolean, internal boolean, sunset text, detail json)`);
  for (const chunk of rows.operationMessages)
    await tx.execute(sql`
      insert into operation_messages (operation_id, message, role)
      select o.id, r.message, r.role from json_to_recordset(${chunk}::json) as r(key text, message text, role text)
      join operations o on o.version_id = ${versionId} and o.key = r.key`);
  for (const chunk of rows.channels)
    await tx.execute(sql`
      insert into version_channels (version_id, name, ordinal, address, detail)
      select ${versionId}, name, ordinal, address, detail from json_to_recordset(${chunk}::json) as r(name text, ordinal int, address text, detail json)`);
  for (const chunk of rows.messages)
    await tx.execute(sql`
      insert into messages (version_id, key, ordinal, name, detail)
      select ${versionId}, key, ordinal, name, detail from json_to_recordset(${chunk}::json) as r(key text, ordinal int, name text, detail json)`);
  for (const chunk of rows.schemas)
    await tx.execute(sql`
      insert into schemas (version_id, key, ordinal, name, detail)
      select ${versionId}, key, ordinal, name, detail from json_to_recordset(${chunk}::json) as r(key text, ordinal int, name text, detail json)`);
  for (const chunk of rows.properties)
    await tx.execute(sql`
      insert into properties (version_id, owner_kind, owner_key, place, path, name, type, description, required, internal, ref_key, detail)
      select ${versionId}, owner_kind, owner_key, place, path, name, type, description, required, internal, ref_key, detail
      from json_to_recordset(${chunk}::json) as r(owner_kind text, owner_key text, place text, path text, name text, type text, description text,
        required boolean, internal boolean, ref_key text, detail jsonb)`);
}

import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";

/**
 * Removes the rows of operations, messages, schemas and properties of a line's versions that are neither current nor
 * pinned; their texts stay, and are read again when asked for. Safe to run twice.
 */
export async function pruneRows(db: Database, { lineId }: { lineId: number }): Promise<void> {
  await db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ id: number }>(sql`
      update versions v set has_rows = false from lines l
      where l.id = v.line_id and l.id = ${lineId} and v.id <> l.current_version_id and not v.pinned and v.has_rows and v.purged_at is null
      returning v.id`);
    if (rows.length === 0) return;
    const ids = sql.join(rows.map(({ id }) => sql`${id}`), sql`, `);
    for (const table of ["operations", "version_channels", "messages", "schemas", "properties"]) {
      await tx.execute(sql`delete from ${sql.identifier(table)} where version_id in (${ids})`);
    }
  });
}

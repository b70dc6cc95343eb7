import { sql } from "drizzle-orm";
import { customType, pgTable } from "drizzle-orm/pg-core";
import { createdAt } from "../columns.ts";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * One row for each transaction that changed what the mesh is made of, written by triggers. A process that keeps the mesh
 * in memory asks whether any of them is younger than the snapshot it was read in: one look into an index.
 */
export const meshChanges = pgTable("mesh_changes", {
  xid: xid8().primaryKey().default(sql`pg_current_xact_id()`),
  at: createdAt(),
});

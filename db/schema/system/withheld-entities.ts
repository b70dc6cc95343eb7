import { sql } from "drizzle-orm";
import { customType, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { ref } from "../columns.ts";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * Services, teams and domains that were deleted, and services that fewer people may see, while the search index does not know.
 * As `withheld_interfaces`: triggers write, searches leave out, the index job takes away. What is deleted has no row of its own
 * any more, so nothing is referenced.
 */
export const withheldEntities = pgTable(
  "withheld_entities",
  {
    kind: text({ enum: ["service", "team", "domain"] }).notNull(),
    entityId: ref().notNull(),
    /** The transaction that wrote it last: whoever indexes takes away only what it knew of. */
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
  },
  (table) => [primaryKey({ columns: [table.kind, table.entityId] })],
);

import { sql } from "drizzle-orm";
import { customType, pgTable, text } from "drizzle-orm/pg-core";
import { ref } from "../columns.ts";
import { interfaces } from "../catalog/interfaces.ts";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * Interfaces that fewer people may see than the search index knows. Triggers write a row in the transaction that hides, retires,
 * deletes or restricts; searches leave such an interface out; the index job takes the row away when the engines know.
 */
export const withheldInterfaces = pgTable("withheld_interfaces", {
  interfaceId: ref().primaryKey().references(() => interfaces.id, { onDelete: "cascade" }),
  /** From whom: from everybody, from all but its owner (parts of it are restricted), or from those who may not read it now. */
  fromWhom: text({ enum: ["everybody", "others", "strangers"] }).notNull(),
  /** The transaction that wrote it last: whoever indexes takes away only what it knew of. */
  xid: xid8().notNull().default(sql`pg_current_xact_id()`),
});

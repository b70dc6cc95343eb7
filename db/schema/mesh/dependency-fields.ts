import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { ref } from "../columns.ts";
import { dependencies } from "./dependencies.ts";

/** Fields of the operation that are used, as in a manifest: `response.items[].sku`, `payload.orderId`. */
export const dependencyFields = pgTable(
  "dependency_fields",
  {
    dependencyId: ref().notNull().references(() => dependencies.id, { onDelete: "cascade" }),
    field: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.dependencyId, table.field] })],
);

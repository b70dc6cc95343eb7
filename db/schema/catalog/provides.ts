import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, ref } from "../columns.ts";
import { interfaces } from "./interfaces.ts";
import { services } from "./services.ts";

/** Which service provides which interface: many to many. */
export const provides = pgTable(
  "provides",
  {
    serviceId: ref().notNull().references(() => services.id, { onDelete: "cascade" }),
    interfaceId: ref().notNull().references(() => interfaces.id, { onDelete: "cascade" }),
    source: text({ enum: ["publish", "manifest", "person", "import"] }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.interfaceId] }), index("provides_interface").on(table.interfaceId)],
);

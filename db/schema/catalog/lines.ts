import { integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, ref } from "../columns.ts";
import { interfaces } from "./interfaces.ts";
import { lifecycles } from "./words.ts";

/** Major versions living side by side. Current version, diffs, lifecycle and search results are per line. */
export const lines = pgTable(
  "lines",
  {
    id: id(),
    interfaceId: ref().notNull().references(() => interfaces.id),
    name: text().notNull().default("default"),
    lifecycle: text({ enum: lifecycles }),
    /** The newest version; `null` only inside the transaction that makes the line. */
    currentVersionId: ref(),
    lastSequence: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [unique("lines_interface_name").on(table.interfaceId, table.name)],
);

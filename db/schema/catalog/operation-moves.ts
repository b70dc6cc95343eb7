import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, ref } from "../columns.ts";
import { lines } from "./lines.ts";

/** An operation declared moved: what used the old key follows to the new one. */
export const operationMoves = pgTable(
  "operation_moves",
  {
    lineId: ref().notNull().references(() => lines.id, { onDelete: "cascade" }),
    fromKey: text().notNull(),
    toKey: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.lineId, table.fromKey] })],
);

import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt } from "../columns.ts";

/** What was searched for and not found: what the catalog lacks, or calls otherwise. Shown to administrators. */
export const emptySearches = pgTable(
  "empty_searches",
  {
    /** Lower case, spaces made one. */
    query: text().primaryKey(),
    count: integer().notNull().default(1),
    firstAt: createdAt(),
    lastAt: createdAt(),
  },
  // The oldest leave when there are too many.
  (table) => [index("empty_searches_last").on(table.lastAt)],
);

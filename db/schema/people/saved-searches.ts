import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id } from "../columns.ts";

/** Searches and filtered lists that a person kept under a name. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: id(),
    userId: text().notNull(),
    name: text().notNull(),
    /** The page it belongs to. */
    place: text({ enum: ["search", "interfaces"] }).notNull(),
    /** What stands in the address after the question mark. */
    query: text().notNull(),
    createdAt: createdAt(),
  },
  // Listed beside the page; one name is given once.
  (table) => [uniqueIndex("saved_searches_name").on(table.userId, table.place, table.name), index("saved_searches_user").on(table.userId)],
);

import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt } from "../columns.ts";

/** What the installation has decided, and what it remembers of itself. */
export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  changedAt: createdAt(),
});

import { pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id } from "../columns.ts";

/** An area of the business. */
export const domains = pgTable("domains", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  description: text(),
  createdAt: createdAt(),
});

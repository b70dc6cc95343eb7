import { pgTable, text } from "drizzle-orm/pg-core";
import { createdAt } from "../columns.ts";

/** The CODEOWNERS file of a repository as it was sent last: it proposes owners, and decides nothing. */
export const codeowners = pgTable("codeowners", {
  repository: text().primaryKey(),
  text: text().notNull(),
  sentBy: text().notNull(),
  changedAt: createdAt(),
});

import { index, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "../columns.ts";

/** A secret that stands in the address of a private feed and opens nothing but feeds: shown once, kept as a SHA-256 hash. */
export const feedTokens = pgTable(
  "feed_tokens",
  {
    id: id(),
    hash: text().notNull().unique(),
    /** First characters, to tell them apart on a page. */
    hint: text().notNull(),
    /** Which reader it is for. */
    name: text().notNull(),
    /** A feed never shows more than this person may see today. */
    userId: text().notNull(),
    createdAt: createdAt(),
    lastUsedAt: at(),
    revokedAt: at(),
  },
  (table) => [index("feed_tokens_user").on(table.userId)],
);

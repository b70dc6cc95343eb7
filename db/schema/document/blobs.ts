import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { bytes, createdAt } from "../columns.ts";

/** Source texts by content: equal files of several versions are kept once. Compressed with Zstandard (RFC 8878). */
export const blobs = pgTable("blobs", {
  sha256: text().primaryKey(),
  zstd: bytes().notNull(),
  size: integer().notNull(),
  createdAt: createdAt(),
});

import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { ref } from "../columns.ts";
import { blobs } from "./blobs.ts";
import { versions } from "./versions.ts";

/** The files of a version: its root (`versions.source` ends with it) and what it refers to. */
export const versionFiles = pgTable(
  "version_files",
  {
    versionId: ref().notNull().references(() => versions.id, { onDelete: "cascade" }),
    path: text().notNull(),
    sha256: text().notNull().references(() => blobs.sha256),
    role: text({ enum: ["root", "part"] }).notNull(),
  },
  // Purging asks which versions still hold a text.
  (table) => [primaryKey({ columns: [table.versionId, table.path] }), index("version_files_blob").on(table.sha256)],
);

import { integer, json, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Schema } from "#lib/spec/normalized-spec.ts";
import { ref } from "../columns.ts";
import { versions } from "./versions.ts";

/** Schemas that something refers to, of current and pinned versions. `key` is the canonical reference. */
export const schemas = pgTable(
  "schemas",
  {
    versionId: ref().notNull().references(() => versions.id, { onDelete: "cascade" }),
    key: text().notNull(),
    ordinal: integer().notNull(),
    name: text().notNull(),
    /** As text, not `jsonb`, which would put the properties of a schema into an order of its own. */
    detail: json().$type<Schema>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.key] })],
);

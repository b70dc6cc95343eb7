import { sql } from "drizzle-orm";
import { index, integer, json, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Message } from "#lib/spec/normalized-spec.ts";
import { ref } from "../columns.ts";
import { versions } from "./versions.ts";

/** Messages of current and pinned versions. */
export const messages = pgTable(
  "messages",
  {
    versionId: ref().notNull().references(() => versions.id, { onDelete: "cascade" }),
    key: text().notNull(),
    ordinal: integer().notNull(),
    name: text().notNull(),
    /** `json` keeps the order of properties. */
    detail: json().$type<Message>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.key] }),
    // How many of them a visitor may not see.
    index("messages_internal").on(table.versionId).where(sql`${table.detail} ->> 'internal' = 'true'`),
  ],
);

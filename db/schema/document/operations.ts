import { sql } from "drizzle-orm";
import { boolean, index, integer, json, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { Operation } from "#lib/spec/normalized-spec.ts";
import { id, ref } from "../columns.ts";
import { versions } from "./versions.ts";

/** Operations of current and pinned versions. `key` is the identity across versions, `display` the document's spelling. */
export const operations = pgTable(
  "operations",
  {
    id: id(),
    versionId: ref().notNull().references(() => versions.id, { onDelete: "cascade" }),
    ordinal: integer().notNull(),
    key: text().notNull(),
    display: text().notNull(),
    kind: text({ enum: ["http", "webhook", "callback", "event"] }).notNull(),
    action: text().notNull(),
    address: text(),
    operationIds: text().array().notNull(),
    summary: text(),
    tags: text().array().notNull(),
    deprecated: boolean().notNull(),
    internal: boolean().notNull(),
    sunset: text(),
    /** The whole operation as read, schemas by reference: one row is one page. `json` keeps the order of properties. */
    detail: json().$type<Operation>().notNull(),
  },
  // A page and a dependency find an operation by key; the side list reads in order.
  (table) => [
    unique("operations_version_key").on(table.versionId, table.key),
    index("operations_version").on(table.versionId, table.ordinal),
    // How many of them a visitor may not see.
    index("operations_internal").on(table.versionId).where(sql`${table.internal}`),
  ],
);

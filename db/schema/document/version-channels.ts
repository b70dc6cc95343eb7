import { integer, json, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Channel } from "#lib/spec/normalized-spec.ts";
import { ref } from "../columns.ts";
import { versions } from "./versions.ts";

/** Channels as a version of a document describes them. */
export const versionChannels = pgTable(
  "version_channels",
  {
    versionId: ref().notNull().references(() => versions.id, { onDelete: "cascade" }),
    name: text().notNull(),
    ordinal: integer().notNull(),
    /** `null` is unknown and joins nothing. */
    address: text(),
    /** `json` keeps the order of properties. */
    detail: json().$type<Channel>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.name] })],
);

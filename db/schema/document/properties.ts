import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Property } from "#lib/spec/normalized-spec.ts";
import { id, ref } from "../columns.ts";
import { versions } from "./versions.ts";

/**
 * Named fields, one row where each is spelled out: in a schema, an operation or a message. Behind a reference `refKey`
 * names the schema that continues the path, so a schema used by a hundred operations is stored once, and
 * operation + place + path (a property's identity) follows by joining.
 */
export const properties = pgTable(
  "properties",
  {
    id: id(),
    versionId: ref().notNull().references(() => versions.id, { onDelete: "cascade" }),
    ownerKind: text({ enum: ["schema", "operation", "message"] }).notNull(),
    ownerKey: text().notNull(),
    place: text().notNull(),
    path: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    description: text(),
    required: boolean().notNull(),
    internal: boolean().notNull(),
    refKey: text(),
    /** What else is known: format, enum, file, pointer…; what is null, false or empty is left out. */
    detail: jsonb().$type<Pick<Property, "file" | "pointer"> & Partial<Pick<Property, "mediaType" | "format" | "deprecated" | "readOnly" | "writeOnly" | "enum">>>().notNull(),
  },
  // "Where is this schema used", and all fields of one owner.
  (table) => [
    index("properties_owner").on(table.versionId, table.ownerKind, table.ownerKey),
    index("properties_ref").on(table.versionId, table.refKey),
    // Names that a visitor may not read in examples: few, asked for by every page.
    index("properties_internal").on(table.versionId, table.name).where(sql`${table.internal}`),
  ],
);

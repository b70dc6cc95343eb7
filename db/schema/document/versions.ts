import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { interfaces } from "../catalog/interfaces.ts";
import { lines } from "../catalog/lines.ts";
import { formats } from "../catalog/words.ts";
import { batches } from "./batches.ts";

/** One immutable published document of an interface, on a line. */
export const versions = pgTable(
  "versions",
  {
    id: id(),
    interfaceId: ref().notNull().references(() => interfaces.id),
    lineId: ref().notNull().references(() => lines.id),
    /** Counts from 1 within its line. */
    sequence: integer().notNull(),
    /** `info.version`: a label, no key. */
    label: text().notNull(),
    /** SHA-256 over all files of the document. */
    contentHash: text().notNull(),
    format: text({ enum: formats }).notNull(),
    specVersion: text().notNull(),
    title: text().notNull(),
    summary: text(),
    description: text(),
    /** Path of the root file as it was uploaded or imported. */
    source: text().notNull(),
    /** Breaks its specification, yet can be understood. */
    valid: boolean().notNull(),
    errorCount: integer().notNull(),
    warningCount: integer().notNull(),
    operationCount: integer().notNull(),
    messageCount: integer().notNull(),
    schemaCount: integer().notNull(),
    /** Facts of the document: contact, licence, tags, servers, security schemes, extensions. */
    facts: jsonb().notNull(),
    batchId: ref().references(() => batches.id, { onDelete: "set null" }),
    publishedBy: text().notNull(),
    publishedAt: createdAt(),
    /** Why a breaking version was published. */
    reason: text(),
    /** Keeps its rows of operations and properties though it is not current. */
    pinned: boolean().notNull().default(false),
    /** Whether rows of operations, messages, schemas and properties exist; others are parsed again when asked for. */
    hasRows: boolean().notNull(),
    /** When the search engine had all of it; `null` while it waits. */
    indexedAt: at(),
    purgedAt: at(),
    purgeReason: text(),
  },
  (table) => [
    unique("versions_line_sequence").on(table.lineId, table.sequence),
    // The list of changes across the mesh, and an interface's history.
    index("versions_published").on(table.publishedAt.desc(), table.id.desc()),
    // The same list by day, within a day what breaks first.
    index("versions_day").on(sql`((${table.publishedAt} at time zone 'UTC')::date) desc`),
    index("versions_interface").on(table.interfaceId, table.publishedAt.desc()),
    // What still waits to be indexed.
    index("versions_unindexed").on(table.id).where(sql`${table.indexedAt} is null`),
  ],
);

import { sql } from "drizzle-orm";
import { boolean, customType, index, jsonb, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { at, ref } from "../columns.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What can be found, one row for each thing: the PostgreSQL search engine answers from it, and the search server is filled
 * from it. Derived from the other tables; a job compares and mends.
 */
export const searchDocuments = pgTable(
  "search_documents",
  {
    /** Stable: made of line, kind and key, so that a new version replaces the old one's row in place. */
    id: text().primaryKey(),
    kind: text().notNull(),
    interfaceId: ref(),
    lineId: ref(),
    versionId: ref(),
    /** Who may find it; a reader's own list must share a word with it. */
    audience: text().array().notNull(),
    format: text(),
    owner: text(),
    domain: text(),
    lifecycle: text(),
    specVersion: text(),
    tags: text().array().notNull(),
    deprecated: boolean().notNull(),
    /** Slug of the interface. */
    interface: text(),
    /** Identities in lower case: what a typed identifier or path is compared with as a whole. */
    exact: text().array().notNull().default([]),
    /** Identifiers in lower case, as written and split, for trigrams: typos and parts of words. */
    names: text().notNull(),
    /** Stems by weight: names A, titles B, context C, descriptions and fields D. */
    words: tsvector().notNull(),
    /** A whole `SearchDocument` (lib/search/search-document.ts). */
    body: jsonb().notNull(),
    /** Which run of indexing made it; the search server's documents carry the same. */
    stamp: text().notNull().default(""),
    /** `shapeVersion` of the code that made it. */
    shape: smallint().notNull(),
    changedAt: at().notNull().defaultNow(),
  },
  (table) => [
    index("search_documents_words").using("gin", table.words),
    index("search_documents_names").using("gin", sql`${table.names} gin_trgm_ops`),
    index("search_documents_exact").using("gin", table.exact),
    // Replacing and removing; comparing with the search server.
    index("search_documents_line").on(table.lineId, table.versionId),
    index("search_documents_interface").on(table.interfaceId),
    index("search_documents_stamp").on(table.stamp),
    // What changed while the search server was filled anew.
    index("search_documents_changed").on(table.changedAt),
  ],
);

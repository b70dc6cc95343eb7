import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, bytes, createdAt, id, ref } from "../columns.ts";
import { interfaces } from "../catalog/interfaces.ts";
import { lines } from "../catalog/lines.ts";
import { services } from "../catalog/services.ts";
import { formats } from "../catalog/words.ts";
import { versions } from "../document/versions.ts";

/** What somebody means to publish, shown beforehand to those whom it touches. */
export const proposals = pgTable(
  "proposals",
  {
    id: id(),
    interfaceId: ref().notNull().references(() => interfaces.id, { onDelete: "cascade" }),
    lineId: ref().notNull().references(() => lines.id, { onDelete: "cascade" }),
    /** The branch that it comes from, `repository#ref`: proposing from it again replaces the text and keeps the address. */
    sourceKey: text(),
    contentHash: text().notNull(),
    title: text().notNull(),
    label: text().notNull(),
    format: text({ enum: formats }).notNull(),
    specVersion: text().notNull(),
    commit: text(),
    ref: text(),
    /** Why, in the proposer's words. */
    words: text(),
    state: text({ enum: ["open", "published", "withdrawn"] }).notNull().default("open"),
    publishedVersionId: ref().references(() => versions.id, { onDelete: "set null" }),
    createdBy: text().notNull(),
    createdByName: text().notNull(),
    createdAt: createdAt(),
    changedAt: createdAt(),
    closedAt: at(),
  },
  (table) => [
    index("proposals_interface").on(table.interfaceId, table.createdAt.desc()),
    uniqueIndex("proposals_source").on(table.lineId, table.sourceKey).where(sql`${table.state} = 'open' and ${table.sourceKey} is not null`),
    // Publishing the proposed text closes it.
    index("proposals_text").on(table.lineId, table.contentHash),
  ],
);

/** The files of a proposal, root first by `ordinal`. Compressed with Zstandard; they go with it. */
export const proposalFiles = pgTable(
  "proposal_files",
  {
    proposalId: ref().notNull().references(() => proposals.id, { onDelete: "cascade" }),
    path: text().notNull(),
    ordinal: integer().notNull(),
    zstd: bytes().notNull(),
    size: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.path] })],
);

/** What a consumer says to a proposal. The newest of each consumer counts, for the text that it was said of. */
export const proposalAnswers = pgTable(
  "proposal_answers",
  {
    id: id(),
    proposalId: ref().notNull().references(() => proposals.id, { onDelete: "cascade" }),
    serviceId: ref().references(() => services.id, { onDelete: "cascade" }),
    interfaceId: ref().references(() => interfaces.id, { onDelete: "cascade" }),
    answer: text({ enum: ["acknowledged", "objected"] }).notNull(),
    words: text(),
    contentHash: text().notNull(),
    actor: text().notNull(),
    actorName: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("proposal_answers_proposal").on(table.proposalId)],
);

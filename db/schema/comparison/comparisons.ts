import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { at, id, ref } from "../columns.ts";
import { versions } from "../document/versions.ts";
import { proposals } from "./proposals.ts";
import { type Advice, type Tally, verdicts } from "./words.ts";

/** A version (or a proposal) compared with the one before it on its line: once, when it was published. */
export const comparisons = pgTable(
  "comparisons",
  {
    id: id(),
    /** One of the two. */
    versionId: ref().unique().references(() => versions.id, { onDelete: "cascade" }),
    proposalId: ref().unique().references(() => proposals.id, { onDelete: "cascade" }),
    /** `null` for the first version of a line. */
    baseVersionId: ref().references(() => versions.id, { onDelete: "set null" }),
    state: text({ enum: ["first", "compared", "failed"] }).notNull(),
    /** As somebody sees it who may see every part. */
    verdict: text({ enum: verdicts }),
    breaking: integer().notNull().default(0),
    risky: integer().notNull().default(0),
    info: integer().notNull().default(0),
    /** The same for whoever may not see parts marked `x-internal`; `null` where that makes no difference. */
    outside: jsonb().$type<Tally>(),
    /** Either document marks parts `x-internal`: its lines are then not shown to whoever may not see them. */
    hasInternalParts: boolean().notNull().default(false),
    /** What `info.version` should become. */
    advice: jsonb().$type<Advice>(),
    /** Why it could not be compared. */
    problem: text(),
    comparedAt: at().notNull().defaultNow(),
    /** When everyone concerned was to be told. A batch is told of once. */
    announcedAt: at(),
  },
  (table) => [
    // What broke lately, across the mesh.
    index("comparisons_verdict").on(table.verdict, table.versionId).where(sql`${table.versionId} is not null`),
    index("comparisons_base").on(table.baseVersionId),
  ],
);

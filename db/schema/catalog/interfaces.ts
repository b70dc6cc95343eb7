import { sql } from "drizzle-orm";
import { boolean, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { domains } from "../people/domains.ts";
import { teams } from "../people/teams.ts";
import { formats, lifecycles, visibilities } from "./words.ts";

/**
 * A contract that a team offers. Known by its slug, else by where it was published from (`sourceKey`);
 * title, description and format are those of the current version, kept here for lists.
 */
export const interfaces = pgTable(
  "interfaces",
  {
    id: id(),
    /** The current one; all it ever had are in `interface_slugs`. */
    slug: text().notNull().unique(),
    title: text().notNull(),
    summary: text(),
    format: text({ enum: formats }).notNull(),
    /** `repository#path` or `folder#path` of the root file; `null` when published by slug alone. */
    sourceKey: text(),
    repository: text(),
    path: text(),
    ownerTeamId: ref().references(() => teams.id, { onDelete: "set null" }),
    domainId: ref().references(() => domains.id, { onDelete: "set null" }),
    lifecycle: text({ enum: lifecycles }).notNull().default("stable"),
    visibility: text({ enum: visibilities }).notNull().default("internal"),
    /** Written from the owner's side, or from a client's (then it describes use). */
    perspective: text({ enum: ["owner", "client"] }).notNull().default("owner"),
    /** Belongs to the demo mesh, removable in one click. */
    demo: boolean().notNull().default(false),
    /** Use of it is asked for first, and the owning team answers. */
    approvalRequired: boolean().notNull().default(false),
    /** What the owner says to those who ask: how to get credentials, never these themselves. */
    accessNote: text(),
    ownerConfirmedAt: at(),
    createdAt: createdAt(),
    /** When any line got its newest version. */
    changedAt: createdAt(),
    retiredAt: at(),
    /** A tombstone: the slug stays taken, nothing is shown. */
    deletedAt: at(),
  },
  (table) => [
    // Publishing from a repository finds its interface; deleted ones do not hold their place.
    uniqueIndex("interfaces_source_key").on(table.sourceKey).where(sql`${table.deletedAt} is null`),
    // Team and domain pages; the list by last change.
    index("interfaces_owner").on(table.ownerTeamId),
    index("interfaces_domain").on(table.domainId),
    index("interfaces_changed").on(table.changedAt.desc(), table.id),
    index("interfaces_title").on(sql`lower(${table.title})`, table.id),
  ],
);

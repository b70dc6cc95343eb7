import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { interfaces } from "../catalog/interfaces.ts";
import { lines } from "../catalog/lines.ts";
import { at, createdAt, id, ref } from "../columns.ts";
import { migrationStates } from "./words.ts";

/**
 * A line of an interface, or one of its operations, on its way out: since when, until when, what follows it. The newest
 * that is not withdrawn says so also after it ended.
 */
export const migrations = pgTable(
  "migrations",
  {
    id: id(),
    interfaceId: ref().notNull().references(() => interfaces.id, { onDelete: "cascade" }),
    lineId: ref().notNull().references(() => lines.id, { onDelete: "cascade" }),
    /** `null` is the whole line. */
    operationKey: text(),
    state: text({ enum: migrationStates }).notNull().default("open"),
    /** Who said so: a person on a page, or the published document, which also takes it back. */
    source: text({ enum: ["page", "document"] }).notNull(),
    /** As the header of RFC 9745 carries it. */
    deprecatedAt: at().notNull(),
    /** As the header of RFC 8594 carries it; `null` while no day is fixed. */
    sunsetAt: at(),
    successorInterfaceId: ref().references(() => interfaces.id, { onDelete: "set null" }),
    successorLine: text(),
    /** Key of an operation of the successor or, without one, of the same line. */
    successorOperation: text(),
    /** How to move, in the owner's words. */
    guide: text(),
    openedByName: text().notNull(),
    openedAt: createdAt(),
    closedAt: at(),
    /** Why it ended although somebody was not done. */
    closeReason: text(),
  },
  (table) => [
    uniqueIndex("migrations_open").on(table.lineId, sql`coalesce(${table.operationKey}, '')`).where(sql`${table.state} = 'open'`),
    // Pages of an interface and its operations ask for what ends; the clock asks for dates.
    index("migrations_interface").on(table.interfaceId, table.id.desc()),
    index("migrations_sunset").on(table.sunsetAt).where(sql`${table.state} = 'open'`),
    index("migrations_successor").on(table.successorInterfaceId),
  ],
);

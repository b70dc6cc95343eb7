import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { interfaces } from "../catalog/interfaces.ts";
import { services } from "../catalog/services.ts";
import { at, createdAt, id, ref } from "../columns.ts";
import { teams } from "../people/teams.ts";
import { accessStates } from "./words.ts";

/** A team asks to use an interface, or to read one of which it sees the name alone; the owning team answers. */
export const accessRequests = pgTable(
  "access_requests",
  {
    id: id(),
    interfaceId: ref().notNull().references(() => interfaces.id, { onDelete: "cascade" }),
    /** Who asks; approved, it may read the interface. */
    teamId: ref().notNull().references(() => teams.id, { onDelete: "cascade" }),
    /** What is going to use it; approved, its use is on record. `null`: the team only wants to read. */
    serviceId: ref().references(() => services.id, { onDelete: "cascade" }),
    line: text(),
    /** As the team wrote them: it may not know yet what there is. */
    operations: text().array().notNull().default([]),
    purpose: text().notNull(),
    state: text({ enum: accessStates }).notNull().default("open"),
    /** Who asked, as `person 4` in evidence. */
    requestedBy: text().notNull(),
    requestedByName: text().notNull(),
    createdAt: createdAt(),
    /** The last thing said or decided. */
    changedAt: createdAt(),
    /** An open one nobody answers ends then. */
    expiresAt: at().notNull(),
    decidedByName: text(),
    decidedAt: at(),
    /** What the answer said. */
    words: text(),
  },
  (table) => [
    // A team asks once at a time for the same.
    uniqueIndex("access_requests_open").on(table.interfaceId, table.teamId, sql`coalesce(${table.serviceId}, 0)`).where(sql`${table.state} = 'open'`),
    // Work of the owners of an interface; what a team asked for; what runs out.
    index("access_requests_interface").on(table.interfaceId, table.id.desc()),
    index("access_requests_team").on(table.teamId, table.id.desc()),
    index("access_requests_expiry").on(table.expiresAt).where(sql`${table.state} = 'open'`),
  ],
);

/** What both sides say before it is decided. */
export const accessMessages = pgTable(
  "access_messages",
  {
    id: id(),
    requestId: ref().notNull().references(() => accessRequests.id, { onDelete: "cascade" }),
    side: text({ enum: ["owner", "requester"] }).notNull(),
    text: text().notNull(),
    actorName: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("access_messages_request").on(table.requestId)],
);

import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { teams } from "./teams.ts";

/** An interface or service that one team offers to another. It changes hands when the other accepts, never before. */
export const ownershipOffers = pgTable(
  "ownership_offers",
  {
    id: id(),
    subject: text({ enum: ["interface", "service"] }).notNull(),
    subjectId: ref().notNull(),
    fromTeamId: ref().references(() => teams.id, { onDelete: "cascade" }),
    toTeamId: ref().notNull().references(() => teams.id, { onDelete: "cascade" }),
    note: text(),
    offeredBy: text().notNull(),
    createdAt: createdAt(),
    decision: text({ enum: ["accepted", "declined", "withdrawn"] }),
    decidedBy: text(),
    decidedAt: at(),
  },
  (table) => [
    // A thing is offered to one team at a time.
    uniqueIndex("ownership_offers_open").on(table.subject, table.subjectId).where(sql`${table.decision} is null`),
    // What waits for a team.
    index("ownership_offers_to").on(table.toTeamId),
  ],
);

import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { teams } from "../people/teams.ts";
import { endpointKinds } from "./words.ts";

/** An address that is told by HTTP: a webhook, or a chat's. It belongs to a person or a team. */
export const endpoints = pgTable(
  "endpoints",
  {
    id: id(),
    userId: text(),
    teamId: ref().references(() => teams.id, { onDelete: "cascade" }),
    kind: text({ enum: endpointKinds }).notNull(),
    name: text().notNull(),
    url: text().notNull(),
    /** Signs what is sent (Standard Webhooks, `whsec_…`); shown once. */
    secret: text().notNull(),
    /** The secret before it: until `previousUntil` messages are signed with both, so that the receiver can change over. */
    previousSecret: text(),
    previousUntil: at(),
    createdAt: createdAt(),
    /** Switched off by its owner. */
    disabledAt: at(),
    /** Failures in a row; while `pausedUntil` lies ahead nothing is sent there, so that it holds up nobody else. */
    failures: integer().notNull().default(0),
    pausedUntil: at(),
    /** When its owners were told that it fails; `null` when something arrived since. */
    failingToldAt: at(),
  },
  (table) => [index("endpoints_user").on(table.userId), index("endpoints_team").on(table.teamId)],
);

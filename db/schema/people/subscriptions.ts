import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { teams } from "./teams.ts";

/** Who wants to hear about what, and where. The subscriber is a person or a team. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    id: id(),
    userId: text(),
    teamId: ref().references(() => teams.id, { onDelete: "cascade" }),
    subject: text({ enum: ["interface", "service", "team", "operation", "message", "tag", "search"] }).notNull(),
    /** Id of the interface, service or team; for an operation or message that of its interface. */
    subjectId: ref(),
    /** Operation key, message, tag or query. */
    subjectKey: text(),
    /** What to hear of. */
    events: text().array().notNull(),
    /** Where: inbox, e-mail, webhook… with its settings. */
    channels: jsonb().notNull(),
    frequency: text({ enum: ["at-once", "daily", "weekly"] }).notNull().default("at-once"),
    mutedUntil: at(),
    createdAt: createdAt(),
  },
  // Fan-out asks who follows a thing; a page asks what one follows.
  (table) => [index("subscriptions_subject").on(table.subject, table.subjectId), index("subscriptions_user").on(table.userId), index("subscriptions_team").on(table.teamId)],
);

import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { type ChannelChoice, eventKinds, frequencies } from "../notify/words.ts";
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
    events: text({ enum: eventKinds }).array().notNull(),
    /** Where: inbox, e-mail, webhook… with its settings. */
    channels: jsonb().$type<ChannelChoice[]>().notNull(),
    frequency: text({ enum: frequencies }).notNull().default("at-once"),
    mutedUntil: at(),
    /** Of a team's: members who are not told for themselves, until when (ISO 8601), or `null` for good. */
    excepted: jsonb().$type<Record<string, string | null>>().notNull().default({}),
    createdAt: createdAt(),
  },
  // Fan-out asks who follows a thing; a page asks what one follows.
  (table) => [
    uniqueIndex("subscriptions_identity").on(sql`coalesce(${table.userId}, '')`, sql`coalesce(${table.teamId}, 0)`, table.subject, sql`coalesce(${table.subjectId}, 0)`, sql`coalesce(${table.subjectKey}, '')`),
    index("subscriptions_subject").on(table.subject, table.subjectId), index("subscriptions_user").on(table.userId), index("subscriptions_team").on(table.teamId),
  ],
);

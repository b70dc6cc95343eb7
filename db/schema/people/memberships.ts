import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, ref } from "../columns.ts";
import { teams } from "./teams.ts";

/** A person in a team: a member publishes for it, a maintainer also manages it. `userId` is the account's id. */
export const memberships = pgTable(
  "memberships",
  {
    teamId: ref().notNull().references(() => teams.id, { onDelete: "cascade" }),
    userId: text().notNull(),
    role: text({ enum: ["member", "maintainer"] }).notNull().default("member"),
    /** Given by a person, or by a group of the company's sign-in provider, which also takes it away. */
    source: text({ enum: ["person", "group"] }).notNull().default("person"),
    createdAt: createdAt(),
  },
  // Every request of a signed-in person reads that person's teams.
  (table) => [primaryKey({ columns: [table.teamId, table.userId] }), index("memberships_user").on(table.userId)],
);

import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, ref } from "../columns.ts";
import { teams } from "./teams.ts";

/** A group of the company's sign-in provider, and the team its people belong to. */
export const teamGroups = pgTable(
  "team_groups",
  {
    groupName: text().notNull(),
    teamId: ref().notNull().references(() => teams.id, { onDelete: "cascade" }),
    role: text({ enum: ["member", "maintainer"] }).notNull().default("member"),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.groupName, table.teamId] }), index("team_groups_team").on(table.teamId)],
);

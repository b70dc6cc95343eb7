import { index, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { teams } from "./teams.ts";

/**
 * A link that lets someone in once: a new person with an account, or, where `userId` names one, a known person who
 * chooses a new password. The link's secret is kept as a hash.
 */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    hash: text().notNull().unique(),
    /** Lower case; the account gets this address, whoever holds the link. */
    email: text().notNull(),
    userId: text(),
    role: text({ enum: ["member", "admin"] }).notNull().default("member"),
    teamId: ref().references(() => teams.id, { onDelete: "cascade" }),
    teamRole: text({ enum: ["member", "maintainer"] }).notNull().default("member"),
    /** Account of who invites; `null` for the installation, or one who asked for an account without an invitation. */
    invitedBy: text(),
    invitedByName: text().notNull(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    acceptedAt: at(),
    revokedAt: at(),
  },
  // A team's page and the list of people show what is open.
  (table) => [index("invitations_team").on(table.teamId), index("invitations_email").on(table.email)],
);

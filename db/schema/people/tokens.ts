import { index, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref } from "../columns.ts";
import { teams } from "./teams.ts";

/** A secret for scripts and CI: shown once, kept as a SHA-256 hash. */
export const tokens = pgTable(
  "tokens",
  {
    id: id(),
    hash: text().notNull().unique(),
    /** First characters, to tell tokens apart on a page. */
    hint: text().notNull(),
    name: text().notNull(),
    /** `provision` is for a company's directory, and alone. */
    scopes: text({ enum: ["read", "publish", "admin", "provision"] }).array().notNull(),
    /** Limits a publish token, and owns what it publishes. */
    teamId: ref().references(() => teams.id, { onDelete: "cascade" }),
    interfaceId: ref(),
    /** Its maker; `null` for one made by the installation itself. A token never has more power than its maker has today. */
    userId: text(),
    createdAt: createdAt(),
    expiresAt: at(),
    lastUsedAt: at(),
    revokedAt: at(),
  },
  (table) => [index("tokens_user").on(table.userId)],
);

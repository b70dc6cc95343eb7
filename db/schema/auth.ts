import { bigint, boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { at, createdAt } from "./columns.ts";

// The five tables of better-auth. Their property names are its own and must stay; what we add is marked.

/** A person who can sign in. */
export const users = pgTable("users", {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
  /** Ours: an administrator does everything, a member what teams allow. */
  role: text({ enum: ["member", "admin"] }).notNull().default("member"),
  /** Ours: set when a person leaves; sessions and tokens end with it. */
  deactivatedAt: at(),
  /** Ours: it was the directory that said so, and may take it back. */
  deactivatedByDirectory: boolean().notNull().default(false),
  /** Ours: sessions end and leave no trace. */
  lastSignInAt: at(),
  /** Ours: the groups that the company's sign-in provider said last; `null` when it never did. */
  providerGroups: text().array(),
});

/** A signed-in browser; the cookie carries `token`. */
export const sessions = pgTable(
  "sessions",
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text().notNull().references(() => users.id, { onDelete: "cascade" }),
    expiresAt: at().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    ipAddress: text(),
    userAgent: text(),
  },
  // A person's list of sessions; ending them all.
  (table) => [index("sessions_user").on(table.userId)],
);

/** How a person signs in: a password (`providerId` "credential"), later a company's provider. */
export const accounts = pgTable(
  "accounts",
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text().notNull().references(() => users.id, { onDelete: "cascade" }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: at(),
    refreshTokenExpiresAt: at(),
    scope: text(),
    /** A salted scrypt hash. */
    password: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [index("accounts_user").on(table.userId)],
);

/** Short-lived secrets: the one-time administrator link (its hash), later invitations. */
export const verifications = pgTable(
  "verifications",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: at().notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [index("verifications_identifier").on(table.identifier)],
);

/** Counted attempts for each address and path, and for each account. */
export const rateLimits = pgTable("rate_limits", {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: bigint({ mode: "number" }).notNull(),
});

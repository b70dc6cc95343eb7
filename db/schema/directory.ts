import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { at } from "./columns.ts";

// The seven tables of better-auth's SCIM plugin: what a company's directory said. Their property names are its own and
// must stay. Of the people in them `users` is the truth, of teams `memberships`.

const userId = () => text().notNull().references(() => users.id, { onDelete: "cascade" });

/** The directory that provisions; there is one. */
export const scimConnectionBindings = pgTable(
  "scim_connection_bindings",
  {
    id: text().primaryKey(),
    connectionId: text().notNull(),
    connectionKey: text().notNull().unique(),
    provisioningDomainId: text().notNull(),
    createdAt: at().notNull(),
    decommissionedAt: at(),
    decommissionStatus: text().notNull().default("active"),
    decommissionCursorUserId: text(),
    decommissionReconciledUserCount: integer().notNull().default(0),
    decommissionBatchCount: integer().notNull().default(0),
    decommissionRevision: integer().notNull().default(0),
    decommissionCompletedAt: at(),
    decommissionLeaseId: text(),
    decommissionLeaseExpiresAt: at(),
  },
);

/** Whom a deleted record led to, so that one who is provisioned again is the same person. */
export const scimIdentityTombstones = pgTable(
  "scim_identity_tombstones",
  {
    id: text().primaryKey(),
    connectionId: text().notNull(),
    provisioningDomainId: text().notNull(),
    externalId: text().notNull(),
    externalIdKey: text().notNull().unique(),
    userId: userId(),
    profile: text().notNull(),
    deletedAt: at().notNull(),
  },
  (table) => [index("scim_identity_tombstones_user").on(table.userId)],
);

/** A person the directory knows, and a number that grows with each change of them. */
export const scimSubjects = pgTable("scim_subjects", {
  id: text().primaryKey(),
  userId: userId().unique(),
  profileSourceId: text(),
  revision: integer().notNull(),
  createdAt: at().notNull(),
  updatedAt: at().notNull(),
});

/** A person's record as the directory sent it. */
export const scimUsers = pgTable(
  "scim_users",
  {
    id: text().primaryKey(),
    connectionId: text().notNull(),
    provisioningDomainId: text().notNull(),
    userId: userId(),
    connectionUserKey: text().notNull().unique(),
    userName: text().notNull(),
    userNameKey: text().notNull().unique(),
    primaryEmail: text().notNull(),
    workEmailValueIndex: text().notNull(),
    emailValueIndex: text().notNull(),
    displayName: text().notNull(),
    formattedName: text().notNull(),
    givenName: text(),
    familyName: text(),
    serializedEmails: text().notNull(),
    serializedAttributes: text(),
    externalId: text(),
    externalIdKey: text().unique(),
    active: boolean().notNull(),
    orderKey: text().notNull().unique(),
    createdAt: at().notNull(),
    updatedAt: at().notNull(),
  },
  // Which groups a person is in.
  (table) => [index("scim_users_user").on(table.userId)],
);

/** Unused: which groups lead to which teams is said by `team_groups`. */
export const scimProjectionGrants = pgTable(
  "scim_projection_grants",
  {
    id: text().primaryKey(),
    connectionId: text().notNull(),
    provisioningDomainId: text().notNull(),
    scimUserId: text().notNull().references(() => scimUsers.id, { onDelete: "cascade" }),
    userId: userId(),
    sourceKind: text().notNull(),
    sourceId: text().notNull(),
    sourceValue: text(),
    role: text().notNull(),
    grantKey: text().notNull().unique(),
    createdAt: at().notNull(),
    updatedAt: at().notNull(),
  },
  (table) => [index("scim_projection_grants_user").on(table.userId)],
);

/** A group of the directory. */
export const scimGroups = pgTable("scim_groups", {
  id: text().primaryKey(),
  connectionId: text().notNull(),
  provisioningDomainId: text().notNull(),
  revision: integer().notNull().default(0),
  displayName: text().notNull(),
  displayNameKey: text().notNull().unique(),
  externalId: text(),
  externalIdKey: text().unique(),
  orderKey: text().notNull().unique(),
  createdAt: at().notNull(),
  updatedAt: at().notNull(),
});

/** Who is in a group. */
export const scimGroupMembers = pgTable(
  "scim_group_members",
  {
    id: text().primaryKey(),
    connectionId: text().notNull(),
    groupId: text().notNull().references(() => scimGroups.id, { onDelete: "cascade" }),
    scimUserId: text().notNull().references(() => scimUsers.id, { onDelete: "cascade" }),
    membershipKey: text().notNull().unique(),
    createdAt: at().notNull(),
  },
  (table) => [index("scim_group_members_group").on(table.groupId), index("scim_group_members_user").on(table.scimUserId)],
);

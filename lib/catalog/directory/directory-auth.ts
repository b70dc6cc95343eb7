import { scim } from "@better-auth/scim";
import { betterAuth } from "better-auth/minimal";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Transaction } from "#db/client.ts";
import { accounts, rateLimits, sessions, users, verifications } from "#db/schema/auth.ts";
import { scimConnectionBindings, scimGroupMembers, scimGroups, scimIdentityTombstones, scimProjectionGrants, scimSubjects, scimUsers } from "#db/schema/directory.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { findUserByEmail } from "./find-user-by-email.ts";
import { reconcileMemberships, reconcilePerson } from "./reconcile-person.ts";

/** One directory, whichever of its tokens it sends. */
const connection = { id: "directory", provisioningDomainId: "directory" };
const scopes = ["scim.users.read", "scim.users.write", "scim.groups.read", "scim.groups.write"] as const;

/**
 * better-auth's SCIM 2.0 service (RFC 7643, RFC 7644) within one transaction, so that what a request changes is changed
 * with its entries in the audit log or not at all. The token was looked at before: `ctx` is its context.
 */
export function directoryAuth(tx: Transaction, ctx: Ctx, options: { secret: string; origin: string }) {
  return betterAuth({
    secret: options.secret,
    baseURL: options.origin,
    basePath: "/api",
    database: drizzleAdapter(tx, {
      provider: "pg",
      transaction: true,
      schema: {
        user: users, session: sessions, account: accounts, verification: verifications, rateLimit: rateLimits,
        scimConnectionBinding: scimConnectionBindings, scimIdentityTombstone: scimIdentityTombstones, scimSubject: scimSubjects, scimUser: scimUsers,
        scimProjectionGrant: scimProjectionGrants, scimGroup: scimGroups, scimGroupMember: scimGroupMembers,
      },
    }),
    plugins: [
      scim({
        connections: [],
        authentication: { verifyBearerToken: () => ({ connection, credentialId: ctx.actor.kind === "token" ? String(ctx.actor.id) : "none", scopes }) },
        identity: {
          // The directory is the company's own, and an administrator connected it: its word on addresses is taken.
          resolveUser: async ({ resource }) => {
            const userId = await findUserByEmail(tx, resource.primaryEmail);
            return userId === null ? { action: "create" } : { action: "link", userId, profile: "manage" };
          },
          reconcileUser: ({ userId, active }) => reconcilePerson(tx, ctx, { userId, active }),
        },
        projection: { reconcileUser: ({ userId }) => reconcileMemberships(tx, ctx, userId) },
        compatibility: { microsoftEntra: { acceptLegacyGroupSchema: true } },
      }),
    ],
    databaseHooks: { user: { create: { before: async (user) => ({ data: { ...user, emailVerified: true } }) } } },
    // Counted before, for each token.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error" },
  });
}

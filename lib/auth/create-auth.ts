import { betterAuth } from "better-auth/minimal";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, createAuthMiddleware, isAPIError } from "better-auth/api";
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { accounts, rateLimits, sessions, users, verifications } from "#db/schema/auth.ts";
import { recordFailedSignIn, recordSignIn } from "./audit/record-sign-in.ts";
import { admit } from "./oidc/admit.ts";
import { companyOAuth, companyProvider } from "./oidc/company-provider.ts";
import { onLinked } from "./oidc/on-linked.ts";
import type { OidcSettings } from "./oidc/oidc-settings.ts";
import { syncGroups } from "./oidc/sync-groups.ts";
import { takeTurn } from "./take-turn.ts";

export type Auth = ReturnType<typeof createAuth>;

export const passwordCharactersMin = 12;
/** Attempts to sign in, for each address and for each account; both limits hold. */
export const signInLimit = { windowSeconds: 60, max: 10 };
/** Attempts from one address: a whole company may stand behind it, and each account has the limit above. */
export const addressLimit = { windowSeconds: 60, max: 60 };

/**
 * better-auth over our database: e-mail and password, sessions in the database, sign-up closed. `publicUrl` is the
 * address people use, where it is known; otherwise it is taken from each request, which must carry it in its URL.
 * With `oidc` people of the company sign in with its provider as well; making it then asks that provider.
 */
export function createAuth(db: Database, options: { secret: string; publicUrl: string | undefined; oidc?: OidcSettings | null }) {
  const { oidc } = options;
  return betterAuth({
    appName: "Intermesh",
    secret: options.secret,
    baseURL: options.publicUrl,
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: { user: users, session: sessions, account: accounts, verification: verifications, rateLimit: rateLimits },
    }),
    user: {
      additionalFields: {
        role: { type: "string", defaultValue: "member", input: false },
        deactivatedAt: { type: "date", required: false, input: false },
        providerGroups: { type: "string[]", required: false, returned: false },
      },
      validateUserInfo: async ({ user, source }) => {
        if (!oidc || source.oauth?.providerId !== companyProvider) return;
        const refused = await admit(db, oidc, { action: source.action, userId: user.id, email: user.email ?? "", claims: source.oauth.profile ?? {} });
        if (refused) await recordFailedSignIn(db, { email: user.email ?? "", reason: refused, by: "company" }, undefined);
        if (refused) return { error: refused };
      },
    },
    // The company's provider is believed about addresses; see onLinked for accounts that nobody vouched for.
    account: { accountLinking: { enabled: true, trustedProviders: [companyProvider], requireLocalEmailVerified: false } },
    plugins: oidc ? [companyOAuth(oidc)] : [],
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: passwordCharactersMin },
    // A page cannot set cookies while it renders, so a session is not prolonged: it lasts two weeks.
    session: { expiresIn: 14 * 86_400, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 300,
      customRules: {
        "/sign-in/email": { window: addressLimit.windowSeconds, max: addressLimit.max },
        // A whole company may come from one address; beginning costs a row and guesses nothing.
        "/sign-in/social": { window: 60, max: 300 },
        "/get-session": false,
      },
    },
    advanced: {
      cookiePrefix: "intermesh",
      useSecureCookies: options.publicUrl?.startsWith("https://") ?? false,
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true },
      // Explicit, since better-auth leaves both off under test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    databaseHooks: {
      session: { create: { before: (session) => refuseWhoLeft(db, session.userId), after: (session, ctx) => begin(db, session, ctx) } },
      account: { create: { after: async ({ providerId, userId }) => { if (providerId === companyProvider) await onLinked(db, userId) } } },
    },
    // An address can be forged behind no proxy, an account cannot: guesses are counted for it too.
    hooks: {
      before: createAuthMiddleware(async (ctx) => { if (ctx.path === "/sign-in/email") await throttleAccount(db, ctx.body, ctx.headers) }),
      after: createAuthMiddleware(async (ctx) => { if (ctx.path === "/sign-in/email" && isUnauthorized(ctx.context.returned)) await recordFailedSignIn(db, { email: emailOf(ctx.body), reason: leavers.has(ctx.context.returned as object) ? "deactivated" : "wrong", by: "password" }, ctx.headers) }),
    },
    telemetry: { enabled: false },
    logger: { level: "error" },
  });
}

// The audit log tells a leaver's right password from a wrong one; the answer does not.
const leavers = new WeakSet<object>();

async function refuseWhoLeft(db: Database, userId: string): Promise<void> {
  const [person] = await db.select({ deactivatedAt: users.deactivatedAt }).from(users).where(eq(users.id, userId));
  if (person && !person.deactivatedAt) return;
  const refusal = new APIError("UNAUTHORIZED", { message: "Invalid email or password", code: "INVALID_EMAIL_OR_PASSWORD" });
  leavers.add(refusal);
  throw refusal;
}

async function begin(db: Database, session: { userId: string; ipAddress?: string | null | undefined }, ctx: { path?: string; headers?: Headers | undefined } | null): Promise<void> {
  await joinGroups(db, session.userId);
  await recordSignIn(db, session, ctx?.path?.startsWith("/sign-in/email") ? "password" : "company", ctx?.headers);
}

function isUnauthorized(returned: unknown): boolean {
  return isAPIError(returned) && returned.statusCode === 401;
}

/** What the company's provider said last decides, also for who signs in with a password. */
async function joinGroups(db: Database, userId: string): Promise<void> {
  const [person] = await db.select({ name: users.name, groups: users.providerGroups }).from(users).where(eq(users.id, userId));
  if (person?.groups) await syncGroups(db, { id: userId, name: person.name }, person.groups);
}

async function throttleAccount(db: Database, body: unknown, headers: Headers | undefined): Promise<void> {
  const email = emailOf(body);
  const turn = await takeTurn(db, `sign-in|${email}`, signInLimit);
  if (turn.allowed) return;
  await recordFailedSignIn(db, { email, reason: "throttled", by: "password" }, headers);
  throw new APIError("TOO_MANY_REQUESTS", { message: "Too many requests. Please try again later." }, { "retry-after": String(turn.retryAfterSeconds) });
}

function emailOf(body: unknown): string {
  return typeof body === "object" && body !== null && "email" in body ? String(body.email).toLowerCase() : "";
}

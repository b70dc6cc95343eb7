import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { accounts, sessions, users } from "#db/schema/auth.ts";
import { tokens } from "#db/schema/people/tokens.ts";

/**
 * The company vouches for the owner of an address. Where nobody had vouched for the account that held it, whoever made
 * that account may be another: its password, sessions and tokens end.
 */
export async function onLinked(db: Database, userId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const unverified = await tx.update(users).set({ emailVerified: true }).where(and(eq(users.id, userId), eq(users.emailVerified, false))).returning({ id: users.id });
    if (unverified.length === 0) return;
    await tx.delete(accounts).where(and(eq(accounts.userId, userId), eq(accounts.providerId, "credential")));
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await tx.update(tokens).set({ revokedAt: new Date() }).where(and(eq(tokens.userId, userId), isNull(tokens.revokedAt)));
  });
}

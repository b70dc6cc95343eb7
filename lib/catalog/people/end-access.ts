import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sessions } from "#db/schema/auth.ts";
import { feedTokens } from "#db/schema/notify/feed-tokens.ts";
import { invitations } from "#db/schema/people/invitations.ts";
import { tokens } from "#db/schema/people/tokens.ts";

/** Ends what a person could still act with: sessions, tokens, private feeds, and the links that they made or that were made for them. */
export async function endAccess(tx: Transaction, person: { id: string; email: string }): Promise<void> {
  const now = new Date();
  await tx.delete(sessions).where(eq(sessions.userId, person.id));
  await tx.update(tokens).set({ revokedAt: now }).where(and(eq(tokens.userId, person.id), isNull(tokens.revokedAt)));
  await tx.update(feedTokens).set({ revokedAt: now }).where(and(eq(feedTokens.userId, person.id), isNull(feedTokens.revokedAt)));
  for (const whose of [eq(invitations.invitedBy, person.id), eq(invitations.userId, person.id), eq(invitations.email, person.email)]) {
    await tx.update(invitations).set({ revokedAt: now }).where(and(whose, isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));
  }
}

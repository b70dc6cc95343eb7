import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { feedTokens } from "#db/schema/notify/feed-tokens.ts";
import { UnauthenticatedError } from "../../errors.ts";
import type { Person } from "../actor.ts";
import { teamsOf } from "../teams-of.ts";
import { hashSecret } from "../tokens/secret.ts";

/**
 * Whose view of a feed a secret opens, as that person is now.
 * @throws UnauthenticatedError, one message for every reason: unknown, revoked, of a person who was deactivated
 */
export async function personOfFeedToken(db: Database, secret: string): Promise<Person> {
  const [row] = await db
    .select({ tokenId: feedTokens.id, id: users.id, name: users.name, email: users.email, role: users.role, usedLately: sql<boolean>`coalesce(${feedTokens.lastUsedAt} > now() - interval '1 minute', false)` })
    .from(feedTokens)
    .innerJoin(users, and(eq(users.id, feedTokens.userId), isNull(users.deactivatedAt)))
    .where(and(eq(feedTokens.hash, hashSecret(secret)), isNull(feedTokens.revokedAt)));
  if (!row) throw new UnauthenticatedError("This feed address does not hold any more. Make a new one under Settings, Notifications.");
  if (!row.usedLately) await db.update(feedTokens).set({ lastUsedAt: new Date() }).where(eq(feedTokens.id, row.tokenId));
  const { id, name, email, role } = row;
  return { kind: "person", id, name, email, role: role === "admin" ? "admin" : "member", teams: await teamsOf(db, id) };
}

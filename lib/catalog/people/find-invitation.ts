import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { invitations } from "#db/schema/people/invitations.ts";
import { teams } from "#db/schema/people/teams.ts";
import { hashSecret } from "#lib/auth/tokens/secret.ts";

export type OpenInvitation = { email: string; forKnownPerson: boolean; name: string; team: string | null; teamRole: "member" | "maintainer"; role: "member" | "admin"; invitedByName: string };

/** The row of a link that still holds. */
export function holdingInvitation(secret: string) {
  return and(eq(invitations.hash, hashSecret(secret)), isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, sql`now()`));
}

/** What a link is for, for its page to say before anything is typed; `null` when it holds no more. */
export async function findInvitation(db: Executor, secret: string): Promise<OpenInvitation | null> {
  if (secret === "") return null;
  const [row] = await db
    .select({ email: invitations.email, userId: invitations.userId, name: users.name, team: teams.name, teamRole: invitations.teamRole, role: invitations.role, invitedByName: invitations.invitedByName })
    .from(invitations)
    .leftJoin(teams, eq(teams.id, invitations.teamId))
    .leftJoin(users, eq(users.id, invitations.userId))
    .where(holdingInvitation(secret));
  if (!row) return null;
  const { userId, name, ...rest } = row;
  return { ...rest, name: name ?? "", forKnownPerson: userId !== null };
}

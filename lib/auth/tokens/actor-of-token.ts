import { timingSafeEqual } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { teams } from "#db/schema/people/teams.ts";
import { tokens } from "#db/schema/people/tokens.ts";
import { UnauthenticatedError } from "../../errors.ts";
import type { TeamMembership, Token } from "../actor.ts";
import { recordRefusal } from "../audit/record-refusal.ts";
import { teamsOf } from "../teams-of.ts";
import { hashSecret } from "./secret.ts";

const refused = "This token is not known, has expired or was revoked. Make a new one under Settings, Tokens.";

/**
 * Who a bearer token speaks for, with no more power than its maker has today. That one which has ended is still used is
 * recorded, with `from` where.
 * @throws UnauthenticatedError, one message for every reason, so that a guess learns nothing
 */
export async function actorOfToken(db: Database, secret: string, from: { requestId: string; address: string | null } = { requestId: "", address: null }): Promise<Token> {
  const hash = hashSecret(secret);
  const [row] = await db
    .select({
      id: tokens.id,
      hash: tokens.hash,
      name: tokens.name,
      scopes: tokens.scopes,
      teamId: tokens.teamId,
      interfaceId: tokens.interfaceId,
      makerId: tokens.userId,
      makerRole: users.role,
      makerName: users.name,
      teamName: teams.name,
      makerGone: sql<boolean>`${tokens.userId} is not null and (${users.id} is null or ${users.deactivatedAt} is not null)`,
      ended: sql<boolean>`${tokens.revokedAt} is not null or coalesce(${tokens.expiresAt} <= now(), false)`,
      usedLately: sql<boolean>`coalesce(${tokens.lastUsedAt} > now() - interval '1 minute', false)`,
    })
    .from(tokens)
    .leftJoin(users, eq(users.id, tokens.userId))
    .leftJoin(teams, eq(teams.id, tokens.teamId))
    .where(eq(tokens.hash, hash));
  if (!row || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash))) throw new UnauthenticatedError(refused);
  if (row.ended || row.makerGone) {
    const actor: Token = { kind: "token", id: row.id, name: row.name, scopes: [], teamId: row.teamId, interfaceId: row.interfaceId, makerId: row.makerId, teams: [] };
    recordRefusal({ actor, db, ...from }, { action: "token.use", subject: "token", subjectId: row.id, subjectName: row.name }, { oftenRepeated: true });
    throw new UnauthenticatedError(refused);
  }

  const makerIsAdministrator = row.makerId === null || row.makerRole === "admin";
  const speaksFor = await teamsOfToken(db, row, makerIsAdministrator);
  if (!row.usedLately) await db.update(tokens).set({ lastUsedAt: sql`now()` }).where(eq(tokens.id, row.id));
  const scopes = row.scopes.filter((scope) => scope !== "admin" || makerIsAdministrator);
  return { kind: "token", id: row.id, name: row.name, scopes, teamId: row.teamId, interfaceId: row.interfaceId, makerId: row.makerId, shownAs: row.teamName ?? row.makerName ?? "Intermesh", teams: speaksFor };
}

async function teamsOfToken(db: Database, token: { teamId: number | null; makerId: string | null }, makerIsAdministrator: boolean): Promise<TeamMembership[]> {
  if (token.teamId !== null && makerIsAdministrator) return [{ id: token.teamId, role: "member" }];
  const teams = token.makerId === null ? [] : await teamsOf(db, token.makerId);
  if (token.teamId === null) return teams;
  const ofTeam = teams.filter((team) => team.id === token.teamId);
  if (ofTeam.length === 0) throw new UnauthenticatedError(refused);
  return ofTeam;
}

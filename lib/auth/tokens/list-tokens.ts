import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { users } from "#db/schema/auth.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { teams } from "#db/schema/people/teams.ts";
import { tokens } from "#db/schema/people/tokens.ts";
import { accountIdOf, isAdministrator } from "../actor.ts";
import { authorize } from "../authorize.ts";
import type { Ctx } from "../context.ts";

export type TokenSummary = Awaited<ReturnType<typeof listTokens>>[number];

/** The tokens one may revoke, newest first: one's own; for an administrator everyone's. Revoked ones are left out. */
export async function listTokens({ ctx }: { ctx: Ctx }) {
  authorize(ctx, "token.list");
  const mine = isAdministrator(ctx.actor) ? undefined : eq(tokens.userId, accountIdOf(ctx.actor) ?? "");
  return ctx.db
    .select({
      id: tokens.id,
      name: tokens.name,
      hint: tokens.hint,
      scopes: tokens.scopes,
      teamName: teams.name,
      interfaceSlug: interfaces.slug,
      makerName: users.name,
      createdAt: tokens.createdAt,
      expiresAt: tokens.expiresAt,
      lastUsedAt: tokens.lastUsedAt,
      expired: sql<boolean>`coalesce(${tokens.expiresAt} <= now(), false)`,
    })
    .from(tokens)
    .leftJoin(teams, eq(teams.id, tokens.teamId))
    .leftJoin(interfaces, eq(interfaces.id, tokens.interfaceId))
    .leftJoin(users, eq(users.id, tokens.userId))
    .where(and(isNull(tokens.revokedAt), mine))
    .orderBy(desc(tokens.createdAt), desc(tokens.id))
    .limit(500);
}

import { and, asc, count, eq, ilike, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { accounts, users } from "#db/schema/auth.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { teams } from "#db/schema/people/teams.ts";
import { isAdministrator } from "#lib/auth/actor.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { maySeeEmail } from "./may-see-email.ts";

export const ListPeopleInput = z.object({
  q: z.string().trim().max(200).optional().meta({ description: "Part of a name or an address." }),
  state: z.enum(["active", "deactivated", "all"]).default("active").meta({ description: "Only administrators see who left." }),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
// Of a query of one table drizzle leaves the table out, which within a subquery means another.
const userId = sql.raw('"users"."id"');

export type PersonSummary = Awaited<ReturnType<typeof listPeople>>["items"][number];

/** People by name, a page at a time, with their teams. How and when someone signed in last is for administrators; addresses are for those of `maySeeEmail`. */
export async function listPeople({ ctx, input = {} }: { ctx: Ctx; input?: z.input<typeof ListPeopleInput> }) {
  const { q, state, cursor, limit } = ListPeopleInput.parse(input);
  authorize(ctx, "person.list");
  const manages = isAdministrator(ctx.actor);
  const like = q ? `%${q.replace(/[\\%_]/g, "\\$&")}%` : undefined;
  const left = !manages || state === "active" ? isNull(users.deactivatedAt) : state === "deactivated" ? isNotNull(users.deactivatedAt) : undefined;
  const seesEmail = maySeeEmail(ctx.actor);
  // A part of an address that one may not see finds nobody.
  const filter = and(left, like ? or(ilike(users.name, like), and(seesEmail, ilike(users.email, like))) : undefined);
  const [nameAfter] = cursor ? decodeCursor(cursor, "text") : [];
  const rows = await ctx.db
    .select({
      id: users.id, name: users.name, email: users.email, role: users.role, createdAt: users.createdAt, deactivatedAt: users.deactivatedAt,
      sortKey: sql<string>`lower(${users.name}) || ' ' || ${users.id}`,
      lastSignInAt: users.lastSignInAt, seesEmail: sql<boolean>`${seesEmail}`,
      ways: sql<string[]>`array(select distinct a.provider_id from ${accounts} a where a.user_id = ${userId} order by 1)`,
    })
    .from(users)
    .where(and(filter, nameAfter === undefined ? undefined : sql`lower(${users.name}) || ' ' || ${users.id} > ${nameAfter}::text`))
    .orderBy(asc(sql`lower(${users.name}) || ' ' || ${users.id}`))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const [[total], ofTeams] = await Promise.all([
    ctx.db.select({ count: count() }).from(users).where(filter),
    page.length === 0 ? [] : ctx.db.select({ userId: memberships.userId, role: memberships.role, slug: teams.slug, name: teams.name }).from(memberships).innerJoin(teams, eq(teams.id, memberships.teamId)).where(inArray(memberships.userId, page.map(({ id }) => id))).orderBy(asc(teams.name)),
  ]);
  return {
    items: page.map(({ sortKey: _sortKey, seesEmail: isSeen, email, lastSignInAt, ways, ...person }) => ({
      ...person,
      email: isSeen ? email : null,
      lastSignInAt: manages ? lastSignInAt : null,
      ways: manages ? ways : [],
      teams: ofTeams.filter(({ userId }) => userId === person.id).map(({ slug, name, role }) => ({ slug, name, role })),
    })),
    next: rows.length > limit && last ? encodeCursor([last.sortKey, 0]) : null,
    total: total?.count ?? 0,
  };
}

import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { users } from "#db/schema/auth.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { maySeeEmail } from "../people/may-see-email.ts";
import { findTeam } from "./find-team.ts";

export type Member = Awaited<ReturnType<typeof listMembers>>["items"][number];

/** Who is in a team, maintainers first; people who left are not. Only for those who are signed in. */
export async function listMembers({ ctx, input }: { ctx: Ctx; input: { slug: string } }) {
  authorize(ctx, "person.list");
  const team = await findTeam(ctx.db, input.slug);
  const items = await ctx.db
    .select({ id: users.id, name: users.name, email: sql<string | null>`case when ${maySeeEmail(ctx.actor)} then ${users.email} end`, role: memberships.role, source: memberships.source, since: memberships.createdAt })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.teamId, team.id), isNull(users.deactivatedAt)))
    .orderBy(desc(eq(memberships.role, "maintainer")), asc(sql`lower(${users.name})`), asc(users.id));
  return { items, next: null };
}

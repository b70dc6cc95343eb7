import { and, asc, ilike, inArray, isNull, or, sql } from "drizzle-orm";
import { users } from "#db/schema/auth.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Executor } from "#db/client.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";

export type Mentioned = { userIds: string[]; teamIds: number[] };
export type Suggestion = { handle: string; name: string; kind: "person" | "team" };

const mentionsMax = 20;
const local = sql<string>`split_part(lower(${users.email}), '@', 1)`;

/** The names after an `@`, without those in code. A person is named by their e-mail address or what stands before its `@`, a team by its slug. */
export function mentionsIn(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`/g, " ");
  const found = prose.matchAll(/(?<![\w@./-])@([a-z0-9](?:[\w.+-]*[a-z0-9])?(?:@[a-z0-9](?:[a-z0-9.-]*[a-z0-9]))?)/gi);
  return [...new Set([...found].map(([, name]) => (name ?? "").toLowerCase()))].slice(0, mentionsMax);
}

/** Whom a text mentions. A name that is nobody's, or that several have, mentions no one. */
export async function findMentioned(db: Executor, text: string): Promise<Mentioned> {
  const names = mentionsIn(text);
  if (names.length === 0) return { userIds: [], teamIds: [] };
  const people = await db.select({ id: users.id, email: sql<string>`lower(${users.email})`, local }).from(users).where(and(isNull(users.deactivatedAt), or(inArray(sql`lower(${users.email})`, names), inArray(local, names))));
  const named = names.flatMap((name) => {
    const exact = people.filter(({ email }) => email === name);
    const short = people.filter((person) => person.local === name);
    return exact[0] ?? (short.length === 1 ? short[0] : undefined) ?? [];
  });
  const found = await db.select({ id: teams.id }).from(teams).where(inArray(teams.slug, names));
  return { userIds: [...new Set(named.map(({ id }) => id))], teamIds: found.map(({ id }) => id) };
}

/** People and teams whose name begins like this, for completion. */
export async function suggestMentions({ ctx, input }: { ctx: Ctx; input: { query: string } }): Promise<Suggestion[]> {
  authorize(ctx, "feedback.write");
  const begin = `${input.query.slice(0, 60).replace(/[\\%_]/g, "\\$&")}%`;
  const [people, found] = await Promise.all([
    ctx.db
      .select({ name: users.name, email: sql<string>`lower(${users.email})`, local, alike: sql<number>`(select count(*) from users u where u.deactivated_at is null and split_part(lower(u.email), '@', 1) = split_part(lower(users.email), '@', 1))::int` })
      .from(users)
      .where(and(isNull(users.deactivatedAt), or(ilike(users.name, begin), ilike(users.name, `% ${begin}`), ilike(users.email, begin))))
      .orderBy(asc(users.name))
      .limit(6),
    ctx.db.select({ slug: teams.slug, name: teams.name }).from(teams).where(or(ilike(teams.slug, begin), ilike(teams.name, begin))).orderBy(asc(teams.name)).limit(4),
  ]);
  return [...people.map(({ name, email, local: short, alike }) => ({ handle: alike > 1 ? email : short, name, kind: "person" as const })), ...found.map(({ slug, name }) => ({ handle: slug, name, kind: "team" as const }))];
}

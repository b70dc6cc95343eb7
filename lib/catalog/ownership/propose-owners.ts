import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { codeowners } from "#db/schema/people/codeowners.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { teams } from "#db/schema/people/teams.ts";
import { findCodeownersRule, parseCodeowners } from "./parse-codeowners.ts";

/** Who a CODEOWNERS file says it is; `team` is `null` where nobody here is called so. */
export type Proposal = { owners: string[]; line: number; team: { slug: string; name: string } | null };

/**
 * What CODEOWNERS files say about things published from a repository and a path, by id. A handle such as
 * `@acme/checkout` means the team with that slug, an address the only team of that person.
 */
export async function proposeOwners(db: Executor, things: { id: number; repository: string | null; path: string | null }[]): Promise<Map<number, Proposal>> {
  const repositories = [...new Set(things.flatMap(({ repository }) => repository ?? []))];
  if (repositories.length === 0) return new Map();
  const files = await db.select({ repository: codeowners.repository, text: codeowners.text }).from(codeowners).where(inArray(codeowners.repository, repositories));
  const rules = new Map(files.map((file) => [file.repository, parseCodeowners(file.text)]));
  const said = things.flatMap(({ id, repository, path }) => {
    const rule = path === null ? null : findCodeownersRule(rules.get(repository ?? "") ?? [], path);
    return rule && rule.owners.length > 0 ? [{ id, owners: rule.owners, line: rule.line }] : [];
  });
  const known = await teamsOfOwners(db, [...new Set(said.flatMap(({ owners }) => owners))]);
  return new Map(said.map(({ id, owners, line }) => [id, { owners, line, team: owners.map((owner) => known.get(owner)).find((team) => team !== undefined) ?? null }]));
}

async function teamsOfOwners(db: Executor, owners: string[]): Promise<Map<string, { slug: string; name: string }>> {
  const slugs = new Map(owners.filter((owner) => owner.startsWith("@")).map((owner) => [owner, (owner.split("/").at(-1) ?? owner).replace(/^@/, "").toLowerCase()]));
  const emails = owners.filter((owner) => !owner.startsWith("@")).map((owner) => owner.toLowerCase());
  const [bySlug, byEmail] = await Promise.all([
    slugs.size === 0 ? [] : db.select({ slug: teams.slug, name: teams.name }).from(teams).where(inArray(teams.slug, [...slugs.values()])),
    emails.length === 0
      ? []
      : db
          .select({ email: users.email, slug: sql<string>`min(${teams.slug})`, name: sql<string>`min(${teams.name})` })
          .from(users)
          .innerJoin(memberships, eq(memberships.userId, users.id))
          .innerJoin(teams, eq(teams.id, memberships.teamId))
          .where(and(inArray(users.email, emails), isNull(users.deactivatedAt)))
          .groupBy(users.email)
          .having(sql`count(*) = 1`),
  ]);
  const found = new Map<string, { slug: string; name: string }>();
  for (const owner of owners) {
    const team = owner.startsWith("@") ? bySlug.find(({ slug }) => slug === slugs.get(owner)) : byEmail.find(({ email }) => email === owner.toLowerCase());
    if (team) found.set(owner, { slug: team.slug, name: team.name });
  }
  return found;
}

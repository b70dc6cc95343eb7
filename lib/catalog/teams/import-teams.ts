import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { domains } from "#db/schema/people/domains.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { teamGroups } from "#db/schema/people/team-groups.ts";
import { teams } from "#db/schema/people/teams.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { syncGroup } from "#lib/auth/oidc/sync-groups.ts";
import { ValidationError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { recordAudit } from "#lib/auth/audit/record-audit.ts";
import { readTeamFile, type TeamFile } from "./read-team-file.ts";

export const ImportTeamsInput = z.object({
  text: z.string().min(1, "The file is empty.").max(2_000_000, "at most 2,000,000 characters").meta({ description: "YAML, or CSV with the columns team, name, domain, email, role." }),
  dry: z.boolean().default(false).meta({ description: "Only say what would change." }),
});

/** What an import did; `unknown` are addresses without an account: invite them, then import again. */
export type ImportedTeams = { domains: number; teams: number; members: number; groups: number; unknown: string[] };

/** Brings in teams, domains, memberships and groups, all or nothing. What is there is kept up to date, nobody is removed. */
export async function importTeams({ ctx, input }: { ctx: Ctx; input: z.input<typeof ImportTeamsInput> }): Promise<ImportedTeams> {
  const { text, dry } = ImportTeamsInput.parse(input);
  authorize(ctx, "team.create");
  const file = readTeamFile(text);
  const emails = [...new Set(file.teams.flatMap((team) => [...team.maintainers, ...team.members]))];
  const people = emails.length === 0 ? [] : await ctx.db.select({ id: users.id, email: users.email }).from(users).where(and(inArray(users.email, emails), isNull(users.deactivatedAt)));
  const idOf = new Map(people.map(({ id, email }) => [email, id]));
  const done: ImportedTeams = { domains: 0, teams: 0, members: 0, groups: 0, unknown: emails.filter((email) => !idOf.has(email)) };
  try {
    await ctx.db.transaction(async (tx) => {
      for (const domain of file.domains) if (await putDomain(tx, ctx, domain)) done.domains++;
      for (const team of file.teams) await putTeam(tx, ctx, team, idOf, done);
      if (dry) throw new OnlyLooking();
    });
  } catch (error) {
    if (!(error instanceof OnlyLooking)) throw error;
  }
  return done;
}

class OnlyLooking extends Error {}

async function putDomain(tx: Transaction, ctx: Ctx, { slug, name, description }: TeamFile["domains"][number]): Promise<boolean> {
  const said = { ...(name ? { name } : {}), ...(description ? { description } : {}) };
  const [made] = await tx.insert(domains).values({ slug, name: name ?? titleOf(slug), description }).onConflictDoNothing().returning({ id: domains.id });
  const [changed] = made || Object.keys(said).length === 0 ? [] : await tx.update(domains).set(said).where(and(eq(domains.slug, slug), sql`(${name ? sql`${domains.name} <> ${name}` : sql`false`} or ${description ? sql`${domains.description} is distinct from ${description}` : sql`false`})`)).returning({ id: domains.id });
  const id = made?.id ?? changed?.id;
  if (id === undefined) return false;
  await recordAudit(tx, ctx, { action: made ? "domain.create" : "domain.update", subject: "domain", subjectId: id, subjectName: slug, detail: { import: true } });
  await enqueue(tx, "index-entity", { kind: "domain", id });
  return true;
}

async function putTeam(tx: Transaction, ctx: Ctx, wanted: TeamFile["teams"][number], idOf: Map<string, string>, done: ImportedTeams): Promise<void> {
  const { slug, name, description, contact, domain, groups } = wanted;
  const [inDomain] = domain ? await tx.select({ id: domains.id }).from(domains).where(eq(domains.slug, domain)) : [];
  if (domain && !inDomain) throw new ValidationError(`The team "${slug}" is in a domain "${domain}" that does not exist. List it under \`domains\`.`, { text: `unknown domain ${domain}` });
  const said = { ...(name ? { name } : {}), ...(description ? { description } : {}), ...(contact ? { contact } : {}), ...(inDomain ? { domainId: inDomain.id } : {}) };
  const [made] = await tx.insert(teams).values({ slug, name: name ?? titleOf(slug), ...said }).onConflictDoNothing().returning();
  const [before] = made ? [made] : await tx.select().from(teams).where(eq(teams.slug, slug)).for("update");
  if (!before) throw new Error("a team that exists is gone");
  const differs = Object.entries(said).some(([key, value]) => before[key as keyof typeof said] !== value);
  if (!made && differs) await tx.update(teams).set(said).where(eq(teams.id, before.id));
  if (made || differs) {
    done.teams++;
    await recordAudit(tx, ctx, { action: made ? "team.create" : "team.update", subject: "team", subjectId: before.id, subjectName: slug, detail: { import: true } });
    await enqueue(tx, "index-entity", { kind: "team", id: before.id });
  }
  const roles = new Map([...wanted.members.map((email) => [email, "member"] as const), ...wanted.maintainers.map((email) => [email, "maintainer"] as const)]);
  for (const [email, role] of roles) if (await putMember(tx, ctx, before, idOf.get(email), email, role)) done.members++;
  for (const group of groups) {
    const changed = await tx.insert(teamGroups).values({ groupName: group.name, teamId: before.id, role: group.role }).onConflictDoUpdate({ target: [teamGroups.groupName, teamGroups.teamId], set: { role: group.role }, setWhere: sql`${teamGroups.role} <> excluded.role` }).returning({ teamId: teamGroups.teamId });
    if (changed.length === 0) continue;
    done.groups++;
    await syncGroup(tx, group.name);
    await recordAudit(tx, ctx, { action: "team.group-add", subject: "team", subjectId: before.id, subjectName: slug, detail: { group: group.name, role: group.role, import: true } });
  }
}

async function putMember(tx: Transaction, ctx: Ctx, team: { id: number; slug: string }, userId: string | undefined, email: string, role: "member" | "maintainer"): Promise<boolean> {
  if (userId === undefined) return false;
  const changed = await tx
    .insert(memberships)
    .values({ teamId: team.id, userId, role })
    .onConflictDoUpdate({ target: [memberships.teamId, memberships.userId], set: { role, source: "person" }, setWhere: sql`${memberships.role} <> excluded.role` })
    .returning({ userId: memberships.userId });
  if (changed.length === 0) return false;
  await recordAudit(tx, ctx, { action: "team.member-add", subject: "team", subjectId: team.id, subjectName: team.slug, detail: { person: email, role, import: true } });
  return true;
}

function titleOf(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

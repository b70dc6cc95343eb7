import { and, asc, eq, isNotNull } from "drizzle-orm";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { matchesPart, type Part } from "#lib/spec/hide/hiding.ts";
import type { InterfaceRow } from "../versions/find-version.ts";

/** The team that answers for a part of an interface: of the first rule that names an owner for it, else the interface's; `null` is unowned. */
export async function findPartOwner(ctx: Ctx, subject: Pick<InterfaceRow, "id" | "ownerTeamId">, part: Part): Promise<{ slug: string; name: string } | null> {
  const rules = await ctx.db
    .select({ part: partRules.part, pattern: partRules.pattern, team: { slug: teams.slug, name: teams.name } })
    .from(partRules)
    .innerJoin(teams, eq(teams.id, partRules.ownerTeamId))
    .where(and(eq(partRules.interfaceId, subject.id), isNotNull(partRules.ownerTeamId)))
    .orderBy(asc(partRules.id));
  const rule = rules.find((candidate) => matchesPart(candidate, part));
  if (rule) return rule.team;
  const [owner] = await ctx.db.select({ slug: teams.slug, name: teams.name }).from(teams).where(eq(teams.id, subject.ownerTeamId ?? 0));
  return owner ?? null;
}

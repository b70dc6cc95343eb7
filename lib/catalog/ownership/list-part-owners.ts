import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { teams } from "#db/schema/people/teams.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { findInterface } from "../versions/find-version.ts";

export type PartOwners = Awaited<ReturnType<typeof listPartOwners>>;

/** Parts of an interface that another team answers for; the first that fits a part decides. */
export async function listPartOwners({ ctx, input }: { ctx: Ctx; input: { slug: string } }) {
  const subject = await findInterface(ctx, input.slug);
  const rows = await ctx.db
    .select({ id: partRules.id, part: partRules.part, pattern: partRules.pattern, slug: teams.slug, name: teams.name })
    .from(partRules)
    .innerJoin(teams, eq(teams.id, partRules.ownerTeamId))
    // A rule that also narrows who sees a part is not for everyone to know.
    .where(and(eq(partRules.interfaceId, subject.id), isNotNull(partRules.ownerTeamId), isNull(partRules.visibility)))
    .orderBy(asc(partRules.id))
    .limit(500);
  return { items: rows.map(({ slug, name, ...row }) => ({ ...row, owner: { slug, name } })), mayChange: may(ctx, "ownership.offer", { ownerTeamId: subject.ownerTeamId }) };
}

import { asc, eq, sql } from "drizzle-orm";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { ownedCounts } from "./owned-counts.ts";

export type TeamSummary = Awaited<ReturnType<typeof listTeams>>["items"][number];

/** Every team with how many interfaces and services it owns, of those that the reader may see. */
export async function listTeams({ ctx }: { ctx: Ctx }) {
  const rows = await ctx.db
    .select({ id: teams.id, slug: teams.slug, name: teams.name, description: teams.description, domainSlug: domains.slug, domainName: domains.name })
    .from(teams)
    .leftJoin(domains, eq(domains.id, teams.domainId))
    .orderBy(asc(sql`lower(${teams.name})`));
  const counts = await ownedCounts(ctx, "owner_team_id");
  return {
    items: rows.map(({ domainSlug, domainName, ...row }) => ({ ...row, domain: domainSlug && domainName ? { slug: domainSlug, name: domainName } : null, ...counts(row.id) })),
    next: null,
  };
}

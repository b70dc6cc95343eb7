import { eq } from "drizzle-orm";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { listInterfaces } from "../interfaces/list-interfaces.ts";
import { listServices } from "../services/list-services.ts";

export type TeamDetail = Awaited<ReturnType<typeof getTeam>>;

/** A team with what it owns: its services, and its interfaces a page at a time. */
export async function getTeam({ ctx, input }: { ctx: Ctx; input: { slug: string; cursor?: string } }) {
  const [team] = await ctx.db
    .select({ id: teams.id, slug: teams.slug, name: teams.name, description: teams.description, contact: teams.contact, domainSlug: domains.slug, domainName: domains.name })
    .from(teams)
    .leftJoin(domains, eq(domains.id, teams.domainId))
    .where(eq(teams.slug, input.slug));
  if (!team) throw new NotFoundError("team", input.slug);
  const [interfaces, services] = await Promise.all([
    listInterfaces({ ctx, input: { owner: team.slug, cursor: input.cursor, limit: 100 } }),
    listServices({ ctx, input: { owner: team.slug } }),
  ]);
  const { domainSlug, domainName, ...rest } = team;
  return { ...rest, domain: domainSlug && domainName ? { slug: domainSlug, name: domainName } : null, interfaces, services: services.items };
}

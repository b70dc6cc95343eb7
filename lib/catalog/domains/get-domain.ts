import { eq } from "drizzle-orm";
import { domains } from "#db/schema/people/domains.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { listInterfaces } from "../interfaces/list-interfaces.ts";
import { listServices } from "../services/list-services.ts";
import { listTeams } from "../teams/list-teams.ts";

export type DomainDetail = Awaited<ReturnType<typeof getDomain>>;

/** A domain with its teams, services and, a page at a time, its interfaces. */
export async function getDomain({ ctx, input }: { ctx: Ctx; input: { slug: string; cursor?: string } }) {
  const [domain] = await ctx.db.select({ id: domains.id, slug: domains.slug, name: domains.name, description: domains.description }).from(domains).where(eq(domains.slug, input.slug));
  if (!domain) throw new NotFoundError("domain", input.slug);
  const [interfaces, services, teams] = await Promise.all([
    listInterfaces({ ctx, input: { domain: domain.slug, cursor: input.cursor, limit: 100 } }),
    listServices({ ctx, input: { domain: domain.slug } }),
    listTeams({ ctx }),
  ]);
  return { ...domain, interfaces, services: services.items, teams: teams.items.filter((team) => team.domain?.slug === domain.slug) };
}

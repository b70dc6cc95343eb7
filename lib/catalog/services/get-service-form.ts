import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { provides } from "#db/schema/catalog/provides.ts";
import { services } from "#db/schema/catalog/services.ts";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import { isAdministrator } from "#lib/auth/actor.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { visibleInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";
import { visibleServices } from "./visible-services.ts";

type Named = { slug: string; name: string };
/** What a service says of itself, and what a person may choose for it. `service` is null for a new one. */
export type ServiceForm = {
  service: { slug: string; title: string; description: string | null; owner: string | null; domain: string | null; repository: string | null; lifecycle: string } | null;
  teams: Named[];
  /** The person's own, the first of them: whose a new service most likely is. */
  ownTeam: string | null;
  domains: Named[];
  /** Interfaces that the person may say it provides; `checked` are those said by hand, `fixed` those that publishing or a manifest says. */
  interfaces: { slug: string; title: string; checked: boolean; fixed: boolean }[];
};

const interfacesMax = 400;

/** What the form of a service needs. @throws NotFoundError also for a service that the person may not change */
export async function getServiceForm({ ctx, input }: { ctx: Ctx; input: { slug: string | null } }): Promise<ServiceForm> {
  const service = input.slug === null ? null : await changeable(ctx, input.slug);
  const own = ctx.actor.kind === "person" ? ctx.actor.teams.map(({ id }) => id) : [];
  const mine = own.length > 0 ? sql`(${sql.join(own.map((id) => sql`${id}`), sql`, `)})` : sql`(null)`;
  const asAdministrator = isAdministrator(ctx.actor);
  const source = sql<string | null>`(select p.source from ${provides} p where p.interface_id = ${interfaces.id} and p.service_id = ${service?.id ?? 0})`;
  const [teamRows, domainRows, interfaceRows] = await Promise.all([
    ctx.db.select({ id: teams.id, slug: teams.slug, name: teams.name }).from(teams).where(asAdministrator ? undefined : sql`${teams.id} in ${mine}`).orderBy(asc(sql`lower(${teams.name})`)),
    ctx.db.select({ slug: domains.slug, name: domains.name }).from(domains).orderBy(asc(sql`lower(${domains.name})`)),
    ctx.db
      .select({ slug: interfaces.slug, title: interfaces.title, source })
      .from(interfaces)
      .where(and(visibleInterfaces(ctx.scope), asAdministrator ? undefined : or(isNull(interfaces.ownerTeamId), sql`${interfaces.ownerTeamId} in ${mine}`, sql`${source} is not null`)))
      .orderBy(sql`${source} is null`, asc(sql`lower(${interfaces.title})`))
      .limit(interfacesMax),
  ]);
  return {
    service: service && { slug: service.slug, title: service.title, description: service.description, owner: service.owner, domain: service.domain, repository: service.repository, lifecycle: service.lifecycle },
    teams: teamRows.map(({ slug, name }) => ({ slug, name })), ownTeam: teamRows.find(({ id }) => own.includes(id))?.slug ?? null, domains: domainRows,
    interfaces: interfaceRows.map(({ slug, title, source: said }) => ({ slug, title, checked: said === "person", fixed: said !== null && said !== "person" })),
  };
}

async function changeable(ctx: Ctx, slug: string) {
  const [row] = await ctx.db
    .select({ id: services.id, slug: services.slug, title: services.title, description: services.description, repository: services.repository, lifecycle: services.lifecycle, ownerTeamId: services.ownerTeamId, owner: teams.slug, domain: domains.slug })
    .from(services)
    .leftJoin(teams, eq(teams.id, services.ownerTeamId))
    .leftJoin(domains, eq(domains.id, services.domainId))
    .where(and(eq(services.slug, slug), visibleServices(ctx.scope)));
  if (!row || !may(ctx, "manifest.put", { ownerTeamId: row.ownerTeamId })) throw new NotFoundError("service", slug);
  return row;
}

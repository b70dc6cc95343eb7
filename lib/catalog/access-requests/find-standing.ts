import { and, desc, eq, inArray } from "drizzle-orm";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { accessRequests } from "#db/schema/lifecycle/access-requests.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listedInterfaces } from "#lib/auth/visible-interfaces.ts";
import { NotFoundError } from "#lib/errors.ts";

export type Standing = Awaited<ReturnType<typeof findStanding>>;

/** Where one's teams stand with an interface that is asked for: whether it is, and their latest requests. @throws NotFoundError */
export async function findStanding({ ctx, input }: { ctx: Ctx; input: { slug: string } }) {
  const [subject] = await ctx.db
    .select({ id: interfaces.id, slug: interfaces.slug, ownerTeamId: interfaces.ownerTeamId, approvalRequired: interfaces.approvalRequired })
    .from(interfaceSlugs)
    .innerJoin(interfaces, eq(interfaces.id, interfaceSlugs.interfaceId))
    .where(and(eq(interfaceSlugs.slug, input.slug), listedInterfaces(ctx.scope)));
  if (!subject) throw new NotFoundError("interface", input.slug);
  const { actor } = ctx;
  const own = actor.kind === "person" ? actor.teams.map(({ id }) => id) : [];
  const requests = own.length === 0 ? [] : await ctx.db
    .select({ id: accessRequests.id, state: accessRequests.state, changedAt: accessRequests.changedAt, team: teams.name, service: services.title })
    .from(accessRequests)
    .innerJoin(teams, eq(teams.id, accessRequests.teamId))
    .leftJoin(services, eq(services.id, accessRequests.serviceId))
    .where(and(eq(accessRequests.interfaceId, subject.id), inArray(accessRequests.teamId, own)))
    .orderBy(desc(accessRequests.id))
    .limit(5);
  return { approvalRequired: subject.approvalRequired, owned: subject.ownerTeamId !== null && own.includes(subject.ownerTeamId), mayAsk: own.some((id) => id !== subject.ownerTeamId), requests };
}

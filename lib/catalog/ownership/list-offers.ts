import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { ownershipOffers } from "#db/schema/people/ownership-offers.ts";
import { teams } from "#db/schema/people/teams.ts";
import { isAdministrator } from "#lib/auth/actor.ts";
import { authorize, may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";

export type Offer = Awaited<ReturnType<typeof listOffers>>["items"][number];

/** Open offers from and to one's own teams, for an administrator all; of one thing where `owned` says so. Newest first. */
export async function listOffers({ ctx, input = {} }: { ctx: Ctx; input?: { owned?: { subject: "interface" | "service"; id: number } } }) {
  authorize(ctx, "ownership.see");
  const [from, to] = [alias(teams, "from_team"), alias(teams, "to_team")];
  const own = ctx.actor.kind === "person" || ctx.actor.kind === "token" ? ctx.actor.teams.map(({ id }) => id) : [];
  const mine = isAdministrator(ctx.actor) ? undefined : own.length === 0 ? sql`false` : or(inArray(ownershipOffers.fromTeamId, own), inArray(ownershipOffers.toTeamId, own));
  const { owned } = input;
  const rows = await ctx.db
    .select({
      id: ownershipOffers.id, subject: ownershipOffers.subject, note: ownershipOffers.note, offeredBy: ownershipOffers.offeredBy, createdAt: ownershipOffers.createdAt,
      fromTeamId: ownershipOffers.fromTeamId, toTeamId: ownershipOffers.toTeamId, fromSlug: from.slug, fromName: from.name, toSlug: to.slug, toName: to.name,
      slug: sql<string>`coalesce(${interfaces.slug}, ${services.slug})`, title: sql<string>`coalesce(${interfaces.title}, ${services.title})`,
    })
    .from(ownershipOffers)
    .innerJoin(to, eq(to.id, ownershipOffers.toTeamId))
    .leftJoin(from, eq(from.id, ownershipOffers.fromTeamId))
    .leftJoin(interfaces, and(eq(ownershipOffers.subject, "interface"), eq(interfaces.id, ownershipOffers.subjectId)))
    .leftJoin(services, and(eq(ownershipOffers.subject, "service"), eq(services.id, ownershipOffers.subjectId)))
    .where(and(isNull(ownershipOffers.decision), mine, isNull(interfaces.deletedAt), isNull(services.deletedAt), owned ? and(eq(ownershipOffers.subject, owned.subject), eq(ownershipOffers.subjectId, owned.id)) : undefined))
    .orderBy(desc(ownershipOffers.createdAt), desc(ownershipOffers.id))
    .limit(200);
  return {
    items: rows.map(({ fromTeamId, toTeamId, fromSlug, fromName, toSlug, toName, ...row }) => ({
      ...row,
      from: fromSlug && fromName ? { slug: fromSlug, name: fromName } : null,
      to: { slug: toSlug, name: toName },
      may: { accept: may(ctx, "ownership.accept", { ownerTeamId: toTeamId }), withdraw: may(ctx, "ownership.offer", { ownerTeamId: fromTeamId }) },
    })),
    next: null,
  };
}

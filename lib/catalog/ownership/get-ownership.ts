import { eq } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { services } from "#db/schema/catalog/services.ts";
import { teams } from "#db/schema/people/teams.ts";
import { may } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listOwnTeams } from "#lib/auth/list-own-teams.ts";
import { findOwned, type OwnedAddress } from "./find-owned.ts";
import { listOffers } from "./list-offers.ts";
import { proposeOwners } from "./propose-owners.ts";

export type Ownership = Awaited<ReturnType<typeof getOwnership>>;

/** Who answers for one thing, since when it was confirmed, and what the reader may do about it. */
export async function getOwnership({ ctx, input }: { ctx: Ctx; input: OwnedAddress }) {
  const owned = await findOwned(ctx, input);
  const table = owned.subject === "interface" ? interfaces : services;
  const [[row], offers, own, proposals] = await Promise.all([
    ctx.db.select({ confirmedAt: table.ownerConfirmedAt, createdAt: table.createdAt, slug: teams.slug, name: teams.name }).from(table).leftJoin(teams, eq(teams.id, table.ownerTeamId)).where(eq(table.id, owned.id)),
    !may(ctx, "ownership.see") ? null : listOffers({ ctx, input: { owned: { subject: owned.subject, id: owned.id } } }),
    listOwnTeams({ ctx }),
    owned.subject === "interface" && owned.ownerTeamId === null ? proposalOf(ctx, owned.id) : null,
  ]);
  return {
    subject: owned.subject,
    slug: owned.slug,
    title: owned.title,
    owner: row?.slug && row.name ? { slug: row.slug, name: row.name } : null,
    confirmedAt: row?.confirmedAt ?? row?.createdAt ?? null,
    offer: offers?.items[0] ?? null,
    proposal: proposals,
    /** Teams that the reader may claim it for. */
    claimants: owned.ownerTeamId === null ? own.filter(({ id }) => may(ctx, "ownership.claim", { ownerTeamId: id })).map(({ slug, name }) => ({ slug, name })) : [],
    may: { confirm: may(ctx, "ownership.confirm", { ownerTeamId: owned.ownerTeamId }) && owned.ownerTeamId !== null, offer: may(ctx, "ownership.offer", { ownerTeamId: owned.ownerTeamId }) },
  };
}

async function proposalOf(ctx: Ctx, id: number) {
  const things = await ctx.db.select({ id: interfaces.id, repository: interfaces.repository, path: interfaces.path }).from(interfaces).where(eq(interfaces.id, id));
  return (await proposeOwners(ctx.db, things)).get(id) ?? null;
}

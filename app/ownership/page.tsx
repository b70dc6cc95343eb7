import type { Metadata } from "next";
import { OwnershipList } from "#components/ownership/ownership-list.tsx";
import { listOwnTeams } from "#lib/auth/list-own-teams.ts";
import { isAdministrator } from "#lib/auth/actor.ts";
import { personContext } from "#lib/auth/request-context.ts";
import { listOffers } from "#lib/catalog/ownership/list-offers.ts";
import { listWithoutOwner, ListWithoutOwnerInput } from "#lib/catalog/ownership/list-without-owner.ts";
import { changeOwnership } from "./ownership-actions.ts";

export const metadata: Metadata = { title: "Ownership" };

export default async function OwnershipPage({ searchParams }: PageProps<"/ownership">) {
  const ctx = await personContext();
  const { reason, team, offset } = ListWithoutOwnerInput.partial().catch({}).parse(await searchParams);
  const [list, offers, own] = await Promise.all([listWithoutOwner({ ctx, input: { reason, team, offset } }), listOffers({ ctx }), isAdministrator(ctx.actor) ? [] : listOwnTeams({ ctx })]);
  return <OwnershipList list={list} offers={offers.items} own={own} query={{ reason: reason ?? null, team: team ?? null, offset: offset ?? 0 }} action={changeOwnership} />;
}

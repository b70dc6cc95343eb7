import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { changeOwnership } from "#app/ownership/ownership-actions.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { OwnershipView } from "#components/ownership/ownership-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { OwnedKind } from "#lib/catalog/ownership/find-owned.ts";
import { getOwnership } from "#lib/catalog/ownership/get-ownership.ts";
import { listPartOwners } from "#lib/catalog/ownership/list-part-owners.ts";
import { listTeams } from "#lib/catalog/teams/list-teams.ts";

export const metadata: Metadata = { title: "Owner" };

export default async function OwnerPage({ params }: PageProps<"/ownership/[subject]/[slug]">) {
  const ctx = await requestContext();
  const { subject: kind, slug: encoded } = await params;
  const subject = OwnedKind.safeParse(kind);
  if (!subject.success) notFound();
  const slug = decodeURIComponent(encoded);
  const ownership = await orNotFound(getOwnership({ ctx, input: { subject: subject.data, slug } }));
  const [parts, teams] = await Promise.all([subject.data === "interface" ? orNotFound(listPartOwners({ ctx, input: { slug } })) : null, ctx.actor.kind === "person" ? listTeams({ ctx }) : { items: [] }]);
  return <OwnershipView ownership={ownership} parts={parts} teams={teams.items} signedIn={ctx.actor.kind === "person"} action={changeOwnership} />;
}

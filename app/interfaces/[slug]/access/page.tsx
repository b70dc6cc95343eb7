import type { Metadata } from "next";
import { AskAccessPage } from "#components/access-request/ask-access-page.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { listOwnTeams } from "#lib/auth/list-own-teams.ts";
import { personContext } from "#lib/auth/request-context.ts";
import { getListing } from "#lib/catalog/access/get-listing.ts";
import { findStanding } from "#lib/catalog/access-requests/find-standing.ts";
import { listOperations } from "#lib/catalog/parts/list-operations.ts";
import { listOwnServices } from "#lib/catalog/services/list-own-services.ts";
import { findListing } from "../listing.ts";
import { requestAccessAction } from "./request-access-action.ts";

type Props = { params: Promise<{ slug: string }> };

export const metadata: Metadata = { title: "Ask for access" };

export default async function AskAccessRoute({ params }: Props) {
  const ctx = await personContext();
  const segment = (await params).slug;
  const slug = decodeURIComponent(segment);
  const listing = await orNotFound(getListing({ ctx, input: { slug } }));
  const readable = (await findListing(segment)) === null;
  const [standing, teams, services, operations] = await Promise.all([
    orNotFound(findStanding({ ctx, input: { slug } })), listOwnTeams({ ctx }), listOwnServices({ ctx }),
    readable ? orNotFound(listOperations({ ctx, input: { slug } })) : [],
  ]);
  return <AskAccessPage listing={listing} standing={standing} readable={readable} teams={teams.filter((team) => team.slug !== listing.owner?.slug)} services={services} operations={operations.slice(0, 300).map(({ display }) => display)} action={requestAccessAction} />;
}

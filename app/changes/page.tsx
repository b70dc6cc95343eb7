import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { ChangesPageView } from "#components/change/changes-page-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listChanges } from "#lib/catalog/list-changes.ts";

export const metadata: Metadata = { title: "Changes" };

export default async function ChangesPage({ searchParams }: PageProps<"/changes">) {
  const { cursor } = await searchParams;
  const page = typeof cursor === "string" ? cursor : undefined;
  const changes = await orNotFound(listChanges({ ctx: await requestContext(), input: { cursor: page } }));
  return <ChangesPageView changes={changes} isFirst={!page} now={new Date()} />;
}

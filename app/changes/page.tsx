import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { ChangesPageView } from "#components/change/changes-page-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { changeFilters, listChanges } from "#lib/catalog/comparisons/list-changes.ts";

export const metadata: Metadata = { title: "Changes", alternates: { types: { "application/atom+xml": "/changes.atom" } } };

export default async function ChangesPage({ searchParams }: PageProps<"/changes">) {
  const { cursor, filter: asked } = await searchParams;
  const filter = changeFilters.find((name) => name === asked) ?? "all";
  const page = typeof cursor === "string" ? cursor : undefined;
  const changes = await orNotFound(listChanges({ ctx: await requestContext(), input: { cursor: page, filter } }));
  return <ChangesPageView changes={changes} filter={filter} isFirst={!page} now={new Date()} />;
}

import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { InterfaceList } from "#components/interface/interface-list.tsx";
import { readListQuery } from "#components/interface/list-query.ts";
import { may } from "#lib/auth/authorize.ts";
import { requestContext } from "#lib/auth/request-context.ts";
import { listDomains } from "#lib/catalog/domains/list-domains.ts";
import { listInterfaces, ListInterfacesInput } from "#lib/catalog/interfaces/list-interfaces.ts";
import { listTeams } from "#lib/catalog/teams/list-teams.ts";

export const metadata: Metadata = { title: "Interfaces" };

export default async function InterfacesPage({ searchParams }: PageProps<"/interfaces">) {
  const query = readListQuery(await searchParams);
  const ctx = await requestContext();
  // An address with a value that no list has shows the whole list rather than an error.
  const input = ListInterfacesInput.safeParse(query);
  const [list, teams, domains] = await Promise.all([
    orNotFound(listInterfaces({ ctx, input: input.success ? input.data : {} })),
    listTeams({ ctx }),
    listDomains({ ctx }),
  ]);
  return <InterfaceList query={input.success ? query : {}} list={list} teams={teams.items} domains={domains.items} maySave={may(ctx, "search.save")} />;
}

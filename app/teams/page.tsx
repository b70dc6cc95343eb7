import type { Metadata } from "next";
import { TeamList } from "#components/team/team-list.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listTeams } from "#lib/catalog/teams/list-teams.ts";

export const metadata: Metadata = { title: "Teams" };

export default async function TeamsPage() {
  const { items } = await listTeams({ ctx: await requestContext() });
  return <TeamList teams={items} />;
}

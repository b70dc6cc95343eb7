import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { changeTeam } from "#app/teams/team-actions.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { TeamSettings } from "#components/team/team-settings.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { getTeam } from "#lib/catalog/teams/get-team.ts";
import { listDomains } from "#lib/catalog/domains/list-domains.ts";
import { getTeamPeople } from "#lib/catalog/teams/get-team-people.ts";

export const metadata: Metadata = { title: "Settings of a team" };

export default async function TeamSettingsPage({ params }: PageProps<"/teams/[slug]/settings">) {
  const ctx = await personContext();
  const slug = decodeURIComponent((await params).slug);
  const [team, people, domains] = await Promise.all([orNotFound(getTeam({ ctx, input: { slug } })), orNotFound(getTeamPeople({ ctx, input: { slug } })), listDomains({ ctx })]);
  if (!people.may.manage) notFound();
  return <TeamSettings team={team} domains={domains.items} groups={people.groups} may={people.may} action={changeTeam} />;
}

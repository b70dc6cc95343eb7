import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { changeTeam } from "#app/teams/team-actions.ts";
import { TeamPeople } from "#components/team/team-people.tsx";
import { TeamView } from "#components/team/team-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { findBow } from "#lib/catalog/graph/walk/find-bow.ts";
import { getTeam } from "#lib/catalog/teams/get-team.ts";
import { getTeamHealth } from "#lib/catalog/teams/get-team-health.ts";
import { getTeamPeople } from "#lib/catalog/teams/get-team-people.ts";

export async function generateMetadata({ params }: PageProps<"/teams/[slug]">): Promise<Metadata> {
  const { slug } = await params;
  return { title: `Team ${decodeURIComponent(slug)}`, alternates: { types: { "application/atom+xml": `/teams/${slug}/changes.atom` } } };
}

export default async function TeamPage({ params, searchParams }: PageProps<"/teams/[slug]">) {
  const slug = decodeURIComponent((await params).slug);
  const { cursor } = await searchParams;
  const page = typeof cursor === "string" ? cursor : undefined;
  const ctx = await requestContext();
  const [team, people, health, bow] = await orNotFound(Promise.all([getTeam({ ctx, input: { slug, cursor: page } }), getTeamPeople({ ctx, input: { slug } }), getTeamHealth({ ctx, input: { slug } }), findBow({ ctx, input: { focus: `team:${slug}` } })]));
  return (
    <TeamView team={team} bow={bow} health={health} isFirst={!page} mayManage={people.may.manage}>
      <TeamPeople slug={slug} people={people} action={changeTeam} />
    </TeamView>
  );
}

import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { TeamView } from "#components/team/team-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getTeam } from "#lib/catalog/get-team.ts";

export async function generateMetadata({ params }: PageProps<"/teams/[slug]">): Promise<Metadata> {
  return { title: `Team ${decodeURIComponent((await params).slug)}` };
}

export default async function TeamPage({ params, searchParams }: PageProps<"/teams/[slug]">) {
  const slug = decodeURIComponent((await params).slug);
  const { cursor } = await searchParams;
  const page = typeof cursor === "string" ? cursor : undefined;
  const team = await orNotFound(getTeam({ ctx: await requestContext(), input: { slug, cursor: page } }));
  return <TeamView team={team} isFirst={!page} />;
}

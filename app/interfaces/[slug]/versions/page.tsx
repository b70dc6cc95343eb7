import type { Metadata } from "next";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { ProposalList } from "#components/proposal/proposal-list.tsx";
import { VersionTimeline } from "#components/diff/version-timeline.tsx";
import { VersionTable } from "#components/interface/version-table.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listProposals } from "#lib/catalog/proposals/list-proposals.ts";
import { listVersions } from "#lib/catalog/versions/list-versions.ts";
import { found, loadInterface, placeOf } from "../address.ts";

type Props = PageProps<"/interfaces/[slug]/versions">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { detail } = await loadInterface(placeOf((await params).slug, await searchParams), "/versions");
  return { title: `Versions · ${detail.title}`, alternates: { types: { "application/atom+xml": `/interfaces/${encodeURIComponent(detail.slug)}/changes.atom` } } };
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const place = placeOf((await params).slug, await searchParams);
  const ctx = await requestContext();
  const [{ head }, versions, proposals] = await Promise.all([loadInterface(place, "/versions"), found(listVersions({ ctx, input: { slug: place.slug } })), listProposals({ ctx, input: { slug: place.slug } })]);
  return (
    <InterfaceFrame head={head} tab="versions">
      {head.lines.map(({ name }, index) => (
        <VersionTimeline key={name} slug={place.slug} line={name} versions={versions} legend={index === 0} />
      ))}
      <ProposalList proposals={proposals} />
      <VersionTable slug={place.slug} versions={versions} lines={head.lines.length} />
    </InterfaceFrame>
  );
}

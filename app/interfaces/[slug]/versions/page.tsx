import type { Metadata } from "next";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { VersionTable } from "#components/interface/version-table.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listVersions } from "#lib/catalog/list-versions.ts";
import { found, loadInterface, placeOf } from "../address.ts";

type Props = PageProps<"/interfaces/[slug]/versions">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { detail } = await loadInterface(placeOf((await params).slug, await searchParams), "/versions");
  return { title: `Versions · ${detail.title}` };
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const place = placeOf((await params).slug, await searchParams);
  const ctx = await requestContext();
  const [{ head }, versions] = await Promise.all([loadInterface(place, "/versions"), found(listVersions({ ctx, input: { slug: place.slug } }))]);
  return (
    <InterfaceFrame head={head} tab="versions">
      <VersionTable slug={place.slug} versions={versions} lines={head.lines.length} />
    </InterfaceFrame>
  );
}

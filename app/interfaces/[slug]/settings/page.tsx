import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { InterfaceSettings } from "#components/interface/interface-settings.tsx";
import { SharingSettings } from "#components/access/sharing-settings.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getSharing } from "#lib/catalog/access/get-sharing.ts";
import { listTeams } from "#lib/catalog/teams/list-teams.ts";
import { loadInterface, placeOf } from "../address.ts";
import { changeInterface } from "./change-interface.ts";
import { changeSharing } from "./change-sharing.ts";

export const metadata: Metadata = { title: "Settings of an interface" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InterfaceSettingsPage({ params, searchParams }: Props) {
  const place = placeOf((await params).slug, await searchParams);
  const { detail, head } = await loadInterface(place, "/settings");
  if (!detail.may.rename && !detail.may.purge) notFound();
  const ctx = await requestContext();
  const [sharing, teams] = await Promise.all([getSharing({ ctx, input: { slug: detail.slug } }), listTeams({ ctx })]);
  return (
    <InterfaceFrame head={head} tab="settings" deep>
      <InterfaceSettings slug={detail.slug} line={head.line} retired={head.retired} newest={detail.newestSequence} may={detail.may} action={changeInterface} sharing={<SharingSettings sharing={sharing} teams={teams.items.map(({ slug, name }) => ({ slug, name }))} owner={detail.owner?.slug ?? null} action={changeSharing} />} />
    </InterfaceFrame>
  );
}

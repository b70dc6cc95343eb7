import type { Metadata } from "next";
import { ListedInterface } from "#components/access/listed-interface.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { InterfaceOverview } from "#components/interface/interface-overview.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { findBow } from "#lib/catalog/graph/walk/find-bow.ts";
import { EndingNotice } from "#components/lifecycle/ending-notice.tsx";
import { StandingNotice } from "#components/access-request/standing-notice.tsx";
import { findStanding } from "#lib/catalog/access-requests/find-standing.ts";
import { getLifecycle } from "#lib/catalog/lifecycle/get-lifecycle.ts";
import { listOperations } from "#lib/catalog/parts/list-operations.ts";
import { findListing } from "./listing.ts";
import { originOfPage } from "./origin.ts";
import { found, loadInterface, placeOf } from "./address.ts";

type Props = PageProps<"/interfaces/[slug]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const listing = await findListing((await params).slug);
  if (listing) return { title: listing.title };
  const { detail } = await loadInterface(placeOf((await params).slug, await searchParams));
  return { title: detail.title, description: detail.summary ?? undefined };
}

export default async function InterfacePage({ params, searchParams }: Props) {
  const place = placeOf((await params).slug, await searchParams);
  const ctx = await requestContext();
  const listing = await findListing((await params).slug);
  if (listing) return <ListedInterface listing={listing} standing={await found(findStanding({ ctx, input: place }))} />;
  const [{ detail, head }, operations, origin] = await Promise.all([loadInterface(place), found(listOperations({ ctx, input: place })), originOfPage()]);
  const bow = await findBow({ ctx, input: { focus: `interface:${detail.slug}` } });
  const ends = head.retired || head.lifecycle === "deprecated" || head.lifecycle === "retired";
  const [life, standing] = await Promise.all([ends ? found(getLifecycle({ ctx, input: place })) : null, found(findStanding({ ctx, input: place }))]);
  return (
    <InterfaceFrame head={head} tab="overview">
      {life ? <EndingNotice ending={life.ending} retired={life.lifecycle === "retired"} place={place} what={life.lines.length > 1 ? `Line ${life.line}` : "This interface"} className="mb-5" /> : null}
      <StandingNotice slug={detail.slug} standing={standing} className="mb-6 border-b border-line pb-3" />
      <InterfaceOverview head={head} detail={detail} operations={operations} origin={origin} bow={bow} />
    </InterfaceFrame>
  );
}

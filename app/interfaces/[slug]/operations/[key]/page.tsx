import type { Metadata } from "next";
import { PageFeedback } from "#components/feedback/page-feedback.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { OperationPage } from "#components/operation/operation-page.tsx";
import { OperationSide } from "#components/operation/operation-side.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listChannelPeers } from "#lib/catalog/channels/list-channel-peers.ts";
import { listConsumers } from "#lib/catalog/dependencies/list-consumers.ts";
import { findOperationEnding } from "#lib/catalog/lifecycle/get-lifecycle.ts";
import { findGonePart } from "#lib/catalog/parts/last-seen/find-gone-part.ts";
import { listOperations } from "#lib/catalog/parts/list-operations.ts";
import { found, loadInterface, placeOf } from "../../address.ts";
import { discuss } from "../../discussion/discuss.ts";
import { openPart } from "../../open-part.ts";
import { viewOf } from "./view-of.ts";

type Props = PageProps<"/interfaces/[slug]/operations/[key]">;

const open = openPart.operation;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug, key } = await params;
  const { operation } = await open(placeOf(slug, await searchParams), key);
  return { title: operation.summary ? `${operation.summary} (${operation.display})` : operation.display };
}

export default async function OperationRoute({ params, searchParams }: Props) {
  const { slug, key } = await params;
  const place = placeOf(slug, await searchParams);
  const ctx = await requestContext();
  const [{ detail, head }, operations, [opened, { peers }, { items: consumers }, ending, gone]] = await Promise.all([
    loadInterface(place, `/operations/${key}`),
    found(listOperations({ ctx, input: place })),
    open(place, key).then((opened) =>
      Promise.all([
        opened,
        found(listChannelPeers({ ctx, input: { ...place, operationKeys: opened.operation.kind === "event" ? [opened.operation.key] : [] } })),
        found(listConsumers({ ctx, input: { slug: place.slug, operation: opened.operation.key } })),
        found(findOperationEnding({ ctx, input: { ...place, key: opened.operation.key } })),
        opened.movedFrom === null ? null : found(findGonePart({ ctx, input: { ...place, kind: "operation", id: key } })),
      ]),
    ),
  ]);
  return (
    <InterfaceFrame head={head} tab="reference" deep>
      <OperationSide place={place} operations={operations} tags={detail.facts.tags} current={opened.operation.key}>
        <OperationPage view={viewOf(place, detail, opened, operations, peers, consumers, ending, gone)} foot={<PageFeedback key={opened.operation.key} slug={place.slug} spot={{ place: "operation", key: opened.operation.key }} action={discuss} />} />
      </OperationSide>
    </InterfaceFrame>
  );
}

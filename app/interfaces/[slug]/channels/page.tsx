import type { Metadata } from "next";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ChannelList } from "#components/interface/channel-list.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listChannels } from "#lib/catalog/channels/list-channels.ts";
import { listMessages } from "#lib/catalog/parts/list-messages.ts";
import { listOperations } from "#lib/catalog/parts/list-operations.ts";
import { found, loadInterface, placeOf } from "../address.ts";

type Props = PageProps<"/interfaces/[slug]/channels">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { detail } = await loadInterface(placeOf((await params).slug, await searchParams), "/channels");
  return { title: `Channels · ${detail.title}` };
}

export default async function ChannelsPage({ params, searchParams }: Props) {
  const place = placeOf((await params).slug, await searchParams);
  const ctx = await requestContext();
  const [{ head }, channels, messages, operations] = await Promise.all([
    loadInterface(place, "/channels"),
    found(listChannels({ ctx, input: place })),
    found(listMessages({ ctx, input: place })),
    found(listOperations({ ctx, input: place })),
  ]);
  return (
    <InterfaceFrame head={head} tab="channels">
      {channels.length === 0 && messages.length === 0 ? (
        <EmptyState title="No channels">Channels are where AsyncAPI documents say that messages are sent and received. This document has none.</EmptyState>
      ) : (
        <ChannelList place={place} channels={channels} messages={messages} operations={operations} />
      )}
    </InterfaceFrame>
  );
}

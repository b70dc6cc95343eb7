import type { Metadata } from "next";
import { ChannelPage } from "#components/interface/channel-page.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listChannelPeers } from "#lib/catalog/channels/list-channel-peers.ts";
import { found, loadInterface, placeOf } from "../../address.ts";
import { openPart } from "../../open-part.ts";

type Props = PageProps<"/interfaces/[slug]/channels/[id]">;

const open = openPart.channel;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  const { channel } = await open(placeOf(slug, await searchParams), id);
  return { title: `${channel.address ?? channel.id} (channel)` };
}

export default async function ChannelRoute({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const place = placeOf(slug, await searchParams);
  const ctx = await requestContext();
  const [{ detail, head }, { channel, messages, operations, schemas }] = await Promise.all([loadInterface(place, `/channels/${id}`), open(place, id)]);
  const servers = detail.facts.servers.filter((server) => server.name === null || channel.servers.includes(server.name));
  const elsewhere = await found(listChannelPeers({ ctx, input: { ...place, operationKeys: operations.map((operation) => operation.key) } }));
  return (
    <InterfaceFrame head={head} tab="channels" deep>
      <ChannelPage place={place} channel={channel} messages={messages} operations={operations} servers={servers} schemas={new Map(Object.entries(schemas))} elsewhere={elsewhere} />
    </InterfaceFrame>
  );
}

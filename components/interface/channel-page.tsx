import type { Channel, Message, Server } from "#lib/spec/normalized-spec.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Static } from "#components/static/static.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { BindingsList } from "../operation/bindings-list.tsx";
import { ChannelParameters } from "../operation/channel-parameters.tsx";
import { MessageBody } from "../operation/message-body.tsx";
import { OperationAddress } from "../operation/operation-address.tsx";
import type { PagePlace } from "../operation/operation-view.ts";
import { ServerList } from "../operation/server-list.tsx";
import type { SchemaMap } from "#lib/spec/outline/schema-values.ts";
import type { Participant } from "#lib/catalog/channels/get-mesh-channel.ts";
import { ChannelPeers } from "./channel-peers.tsx";
import type { OperationEntry } from "./group-operations.ts";
import { OperationRow } from "./operation-row.tsx";

type Props = { place: PagePlace; channel: Channel; messages: Message[]; operations: OperationEntry[]; servers: Server[]; schemas: SchemaMap; elsewhere: { channelIds: number[]; peers: Participant[] } };

/** One channel as a document describes it: its address, who sends and receives, its messages. */
export function ChannelPage({ place, channel, messages, operations, servers, schemas, elsewhere }: Props) {
  const view = { place, schemas };
  return (
    <article className="max-w-[920px] min-w-0">
      {channel.deprecated ? <Notice level="warning" className="mb-2">Deprecated. Look for a replacement before you build on it.</Notice> : null}
      <h1 className="flex min-w-0 items-start gap-2 text-xl font-semibold tracking-tight">
        <code className="min-w-0 text-lg font-medium [overflow-wrap:anywhere]">
          <OperationAddress address={channel.address ?? channel.id} />
        </code>
        <CopyButton text={channel.address ?? channel.id} label="Copy address" />
      </h1>
      {channel.address === null ? <p className="text-sm text-muted">Its address is not known before runtime, so it joins with no channel of another document.</p> : null}
      {channel.title ? <p className="mt-1 font-medium">{channel.title}</p> : null}
      {channel.summary ? <p className="mt-1 text-muted">{channel.summary}</p> : null}
      {channel.description && channel.description !== channel.summary ? <Markdown text={channel.description} className="mt-2" /> : null}
      <ChannelParameters channel={channel} view={view} />
      <div className="mt-8">
        <Section title="Sent and received" count={operations.length || null}>
          {operations.length === 0 ? (
            <p className="text-sm text-muted">The document says of nobody that they send or receive here.</p>
          ) : (
            <Static>
              <ul className="s-listed border-t border-line">
                {operations.map((operation) => (
                  <OperationRow key={operation.key} operation={operation} place={place} />
                ))}
              </ul>
            </Static>
          )}
        </Section>
        {elsewhere.peers.length === 0 ? null : (
          <Section title="Who else is on it" count={new Set(elsewhere.peers.map((peer) => peer.interfaceSlug)).size}>
            <ChannelPeers peers={elsewhere.peers} />
            <p className="mt-2 flex flex-wrap gap-x-4 text-sm">
              {elsewhere.channelIds.map((id) => (
                <Link key={id} look="text" href={`/channels/${id}`}>
                  The channel across all documents
                </Link>
              ))}
            </p>
          </Section>
        )}
        <Section title="Servers">
          <ServerList servers={servers} />
          <Static>
            <BindingsList bindings={channel.bindings} />
          </Static>
        </Section>
        <Section title="Messages" count={messages.length || null}>
          {messages.length === 0 ? <EmptyState title="No messages">The document names no message for this channel.</EmptyState> : null}
          <div className="flex flex-col gap-8">
            {messages.map((message, index) => (
              <div key={message.id} id={`message.${message.id}`}>
                <Static>
                  <MessageBody message={message} id={index === 0 ? "" : message.id} view={view} heading="h3" />
                </Static>
              </div>
            ))}
          </div>
        </Section>
      </div>
    </article>
  );
}

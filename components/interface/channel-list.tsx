import type { Channel, Message } from "#lib/spec/normalized-spec.ts";
import { Link } from "#components/ui/link.tsx";
import { MethodBadge } from "#components/ui/method-badge.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { channelUrl, messageUrl } from "#lib/catalog/urls/entity-url.ts";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import type { PagePlace } from "../operation/operation-view.ts";
import type { OperationEntry } from "./group-operations.ts";

/** Channels with what is sent and received on each, then the messages by themselves. */
export function ChannelList({ place, channels, messages, operations }: { place: PagePlace; channels: Channel[]; messages: Message[]; operations: OperationEntry[] }) {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const byAddress = Map.groupBy(operations, (operation) => operation.address);
  return (
    <>
      <Section title="Channels" count={channels.length}>
        <ul className="border-t border-line">
          {channels.map((channel) => (
            <li key={channel.id} className="border-b border-line py-2 text-sm [contain-intrinsic-block-size:auto_64px] [content-visibility:auto] lg:grid lg:grid-cols-2 lg:gap-x-8">
              <div className="min-w-0">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link href={channelUrl({ ...place, id: channel.id })} prefetch={false} className="-my-1 inline-block min-w-0 py-1">
                  <code className="[overflow-wrap:anywhere]">{channel.address ?? channel.id}</code>
                </Link>
                {channel.address === null ? <span className="text-xs text-faint">address not known before runtime</span> : null}
                {(channel.address === null ? [] : (byAddress.get(channel.address) ?? [])).map((operation) => (
                  <Link key={operation.key} look="bare" prefetch={false} href={operationUrl({ ...place, key: operation.key })} title={operation.summary ?? operation.display} className="-my-1 inline-block py-1">
                    <MethodBadge method={operation.action} />
                  </Link>
                ))}
                {channel.deprecated ? <span className="text-xs text-amber">deprecated</span> : null}
              </div>
              {channel.summary ?? channel.title ?? channel.description ? <p className="line-clamp-2 max-w-[80ch] text-muted">{channel.summary ?? channel.title ?? channel.description}</p> : null}
              </div>
              <p className="flex flex-wrap gap-x-3 text-xs">
                {channel.messages.slice(0, 12).map((id) => (
                  <Link key={id} look="quiet" prefetch={false} href={messageUrl({ ...place, id })} className="inline-block py-1 [overflow-wrap:anywhere]">
                    {nameOf(byId.get(id)) ?? id}
                  </Link>
                ))}
                {channel.messages.length > 12 ? <span className="text-faint">and {channel.messages.length - 12} more</span> : null}
              </p>
            </li>
          ))}
        </ul>
      </Section>
      {messages.length === 0 ? null : (
        <Section title="Messages" id="messages" count={messages.length}>
          <ul className="grid grid-cols-1 gap-x-8 border-t border-line md:grid-cols-2">
            {messages.map((message) => (
              <li key={message.id} className="min-w-0 border-b border-line py-1.5 text-sm [contain-intrinsic-block-size:auto_36px] [content-visibility:auto]">
                <Link prefetch={false} href={messageUrl({ ...place, id: message.id })} className="[overflow-wrap:anywhere]">
                  {nameOf(message)}
                </Link>
                {message.summary ? <span className="block truncate text-muted">{message.summary}</span> : null}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function nameOf(message: Message | undefined): string | null {
  return message === undefined ? null : (message.title ?? message.name);
}

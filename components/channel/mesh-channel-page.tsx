import { Badge } from "#components/ui/badge.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/page-header.tsx";
import type { MeshChannel, Participant } from "#lib/catalog/channels/get-mesh-channel.ts";
import type { ChannelFinding } from "#lib/catalog/mesh-checks/list-channel-findings.ts";
import { ChannelPeers } from "../interface/channel-peers.tsx";
import { ChannelFindings } from "./channel-findings.tsx";
import { ChannelGraph } from "./channel-graph.tsx";
import { OperationAddress } from "../operation/operation-address.tsx";

/** A channel across documents: where it is, who sends there and who receives, with what, and what does not fit. */
export function MeshChannelPage({ channel, findings }: { channel: MeshChannel; findings: ChannelFinding[] }) {
  const senders = channel.participants.filter((participant) => participant.action === "send");
  const receivers = channel.participants.filter((participant) => participant.action === "receive");
  return (
    <article className="max-w-[920px]">
      <header className="flex flex-col gap-1 pt-6 pb-6">
        <h1 className="flex min-w-0 items-start gap-2 text-xl font-semibold tracking-tight">
          <code className="min-w-0 text-lg font-medium [overflow-wrap:anywhere]">
            <OperationAddress address={channel.address} />
          </code>
          <CopyButton text={channel.address} label="Copy address" />
        </h1>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {channel.brokerName ? <span>on {channel.brokerName}</span> : <span>No real broker is known, so this channel is that of one document alone.</span>}
          {channel.protocol ? <Badge mono>{channel.protocol}</Badge> : null}
          {channel.brokerHost && channel.brokerHost !== channel.brokerName ? <code className="text-xs [overflow-wrap:anywhere]">{channel.brokerHost}</code> : null}
          {channel.environment ? <span>{channel.environment}</span> : null}
        </p>
      </header>
      <ChannelGraph channel={channel} />
      <ChannelFindings findings={findings} />
      <Section title="Sent by" count={operationsOf(senders)}>
        {senders.length === 0 ? <p className="text-sm text-muted">No document that you may see says that it sends here. Whoever does has not published it yet.</p> : <ChannelPeers peers={senders} />}
      </Section>
      <Section title="Received by" count={operationsOf(receivers)}>
        {receivers.length === 0 ? <p className="text-sm text-muted">No document that you may see says that it receives here.</p> : <ChannelPeers peers={receivers} />}
      </Section>
      {channel.across.length > 0 ? (
        <Section title="On other channels" count={channel.across.length}>
          <p className="mb-2 text-sm text-muted">Channels that take in what is sent here, or whose messages are taken in here, by wildcards; and those that may, if a parameter has that value or the broker is the same.</p>
          <ul className="divide-y divide-line border-y border-line">
            {channel.across.map(({ id, address, isCertain, participants }) => (
              <li key={id} className="flex flex-wrap items-baseline gap-x-3 py-1.5 text-sm">
                <Link href={`/channels/${id}`} prefetch={false} className="font-mono [overflow-wrap:anywhere]">{address}</Link>
                <span className="text-muted">{[...new Set(participants.map(({ action, interfaceTitle }) => `${interfaceTitle} ${action === "send" ? "sends" : "receives"}`))].join(", ")}</span>
                {isCertain ? null : <Badge tone="amber">possible</Badge>}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </article>
  );
}

function operationsOf(participants: Participant[]): number | null {
  return new Set(participants.map(({ interfaceSlug, line, operationKey }) => `${interfaceSlug} ${line} ${operationKey}`)).size || null;
}

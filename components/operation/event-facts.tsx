import { Link } from "#components/ui/link.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import { Static } from "#components/static/static.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { channelUrl } from "#lib/catalog/urls/entity-url.ts";
import { ChannelPeers } from "../interface/channel-peers.tsx";
import { BindingsList } from "./bindings-list.tsx";
import { ChannelParameters } from "./channel-parameters.tsx";
import type { OperationView } from "./operation-view.ts";

/** Who is at the other end, and where it goes. */
export function EventFacts({ view }: { view: OperationView }) {
  const { operation, channel } = view;
  return (
    <>
      <Opposites view={view} />
      <Section id="channel" title="Channel">
        {channel === null ? (
          <p className="text-sm text-muted">The document does not describe the channel.</p>
        ) : (
          <>
            <p className="text-sm">
              <Link look="text" href={channelUrl({ ...view.place, id: channel.id })}>
                <code className="[overflow-wrap:anywhere]">{channel.address ?? channel.id}</code>
              </Link>
              {channel.address === null ? <span className="ml-2 text-muted">its address is not known before runtime</span> : null}
            </p>
            {channel.description ?? channel.summary ? <Markdown small className="mt-1 text-muted" text={channel.description ?? channel.summary ?? ""} /> : null}
            <ChannelParameters channel={channel} view={view} />
          </>
        )}
        <Static>
          <BindingsList bindings={{ ...channel?.bindings, ...operation.bindings }} />
        </Static>
      </Section>
    </>
  );
}

/** Those at the other end, as far as documents say. */
function Opposites({ view: { operation, peers } }: { view: OperationView }) {
  const opposite = peers.filter((peer) => peer.action !== operation.action);
  if (opposite.length === 0) return null;
  return (
    <Section id="peers" title={operation.action === "send" ? "Received by" : "Sent by"} count={new Set(opposite.map((peer) => peer.interfaceSlug)).size}>
      <ChannelPeers peers={opposite} />
    </Section>
  );
}

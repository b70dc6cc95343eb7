import type { MeshChannel, Participant } from "#lib/catalog/channels/get-mesh-channel.ts";
import { SmallGraph } from "../graph/small-graph.tsx";

const endsMax = 6;

/** A channel between who sends there and who receives. */
export function ChannelGraph({ channel }: { channel: MeshChannel }) {
  const [senders, receivers] = (["send", "receive"] as const).map((action) => endsOf(channel.participants.filter((one) => one.action === action)));
  if (!senders || !receivers) return null;
  const bow = { title: channel.address, href: null, users: senders.slice(0, endsMax), usersTotal: senders.length, used: receivers.slice(0, endsMax), usedTotal: receivers.length };
  return (
    <div className="mb-6">
      <SmallGraph bow={bow} usersTitle="Sent by" usedTitle="Received by" />
    </div>
  );
}

/** Services, or documents that stand for themselves; each once, with how many messages it takes part with. */
function endsOf(participants: Participant[]) {
  const byEnd = Map.groupBy(participants, ({ serviceSlug, interfaceSlug }) => (serviceSlug ? `/services/${encodeURIComponent(serviceSlug)}` : `/interfaces/${encodeURIComponent(interfaceSlug)}`));
  return [...byEnd].map(([href, rows]) => ({ href, title: rows[0]?.serviceTitle ?? rows[0]?.interfaceTitle ?? "", uses: rows.length }));
}

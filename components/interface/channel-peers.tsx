import { Link } from "#components/ui/link.tsx";
import { MethodBadge } from "#components/ui/method-badge.tsx";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import type { Participant } from "#lib/catalog/channels/get-mesh-channel.ts";

/** Who takes part in a channel: service, document and what it does there, each operation once. */
export function ChannelPeers({ peers }: { peers: Participant[] }) {
  const byOperation = [...Map.groupBy(peers, (peer) => `${peer.interfaceSlug} ${peer.line} ${peer.operationKey}`).values()];
  return (
    <ul className="border-t border-line">
      {byOperation.map((rows) => {
        const peer = rows[0];
        if (peer === undefined) return null;
        const messages = [...new Set(rows.flatMap((row) => row.message ?? []))];
        return (
          <li key={`${peer.interfaceSlug} ${peer.line} ${peer.operationKey}`} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line py-1.5 text-sm">
            <MethodBadge method={peer.action} column />
            {peer.serviceSlug ? (
              <Link href={`/services/${peer.serviceSlug}`} className="-my-1 inline-block py-1 font-medium">
                {peer.serviceTitle}
              </Link>
            ) : null}
            <Link look={peer.serviceSlug ? "quiet" : "plain"} prefetch={false} href={operationUrl({ slug: peer.interfaceSlug, line: peer.line, key: peer.operationKey })} className="-my-1 inline-block py-1">
              {peer.interfaceTitle}
              {peer.line === "default" ? "" : ` (${peer.line})`}
            </Link>
            {messages.length > 0 ? <span className="min-w-0 text-xs text-faint [overflow-wrap:anywhere]">{messages.join(", ")}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}

import { Badge } from "#components/ui/badge.tsx";
import { breakable } from "#components/ui/breakable.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { ExternalLink, Link } from "#components/ui/link.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import { MethodBadge } from "#components/ui/method-badge.tsx";
import type { Operation } from "#lib/spec/normalized-spec.ts";
import { safeUrl } from "#lib/spec/markdown/safe-url.ts";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { DirectionWords } from "./direction-words.tsx";
import { OperationActions } from "./operation-actions.tsx";
import { OperationAddress } from "./operation-address.tsx";
import { OperationConsumersLine } from "./operation-consumers.tsx";
import { OperationNotices } from "./operation-notices.tsx";
import type { OperationView } from "./operation-view.ts";

/** What one must know first, then the name with what can be done, the address and what it is for. */
export function OperationHead({ view }: { view: OperationView }) {
  const { operation } = view;
  const address = operation.address ?? operation.channel ?? "address not known";
  return (
    <header className="flex flex-col gap-2">
      <OperationNotices view={view} />
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h1 className="min-w-0 text-xl font-semibold tracking-tight text-balance [overflow-wrap:anywhere]">{breakable(titleOf(operation))}</h1>
        <OperationActions view={view} />
      </div>
      <div className="flex min-w-0 items-start gap-2">
        <MethodBadge method={operation.kind === "webhook" ? "webhook" : operation.action} className="mt-0.5" />
        <code className="min-w-0 pt-px text-base [overflow-wrap:anywhere]">
          <OperationAddress address={address} />
        </code>
        <CopyButton text={address} label="Copy address" className="-mt-0.5" />
      </div>
      <Facts view={view} />
      <DirectionWords view={view} />
      <OperationConsumersLine consumers={view.consumers} allHref={interfaceUrl({ ...view.place, tab: "consumers" })} />
      {operation.description && operation.description !== operation.summary ? <Markdown text={operation.description} className="mt-2" /> : null}
      {operation.externalDocs && safeUrl(operation.externalDocs.url) ? (
        <p className="text-sm">
          <ExternalLink href={operation.externalDocs.url}>{operation.externalDocs.description ?? "Further documentation"}</ExternalLink>
        </p>
      ) : null}
    </header>
  );
}

function titleOf({ summary, operationIds, display }: Operation): string {
  return summary ?? operationIds[0] ?? display;
}

function Facts({ view: { operation, owner, place } }: { view: OperationView }) {
  const ids = operation.operationIds.filter((id) => id !== titleOf(operation));
  if (owner === null && ids.length === 0 && operation.tags.length === 0 && operation.parent === null && !operation.internal) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      {operation.parent === null ? null : (
        <span>
          Called back by{" "}
          <Link look="text" href={operationUrl({ ...place, key: operation.parent })}>
            <code>{operation.parent}</code>
          </Link>
        </span>
      )}
      {owner ? (
        <span>
          team{" "}
          <Link look="quiet" href={`/teams/${encodeURIComponent(owner.slug)}`} prefetch={false}>
            {owner.name}
          </Link>
        </span>
      ) : null}
      {ids.map((id) => (
        <code key={id} className="text-xs [overflow-wrap:anywhere]" title="Operation id in the document">
          {breakable(id)}
        </code>
      ))}
      {operation.tags.map((tag) => (
        <Link key={tag} look="quiet" href={`/search?${new URLSearchParams({ tag })}`} prefetch={false} className="text-faint [overflow-wrap:anywhere]">
          {tag}
        </Link>
      ))}
      {operation.internal ? <Badge>internal</Badge> : null}
    </p>
  );
}

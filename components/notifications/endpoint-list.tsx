import type { EndpointItem } from "#lib/catalog/endpoints/list-endpoints.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Badge } from "../ui/badge.tsx";
import { ConfirmForm } from "../ui/confirm-form.tsx";
import { Link } from "../ui/link.tsx";

const kinds = { webhook: "Webhook", slack: "Slack", teams: "Microsoft Teams" } as const;

/** Addresses that are told by HTTP, and how the last week's deliveries went. */
export function EndpointList({ items, change, withSecret = false }: { items: EndpointItem[]; change: FormAction; /** Offers to change the signing secret. */ withSecret?: boolean }) {
  return (
    <ul className="border-t border-line">
      {items.map((item) => (
        <li key={item.id} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line py-2 text-sm">
          <div className="min-w-0 flex-1 basis-64">
            <p className="flex flex-wrap items-center gap-x-2">
              <Link href={`/settings/notifications/endpoints/${item.id}`} className="font-medium">{item.name}</Link>
              <span className="text-xs text-faint">{kinds[item.kind]}</span>
              {item.teamName ? <Badge tone="blue">{`team ${item.teamName}`}</Badge> : null}
              <EndpointState item={item} />
            </p>
            <p className="truncate font-mono text-xs text-faint">{item.url}</p>
            <p className="text-xs text-faint tabular-nums">
              {`last 7 days: ${item.delivered} delivered, ${item.waiting} on their way, `}
              {item.failed > 0 ? <Link href={`/settings/notifications/endpoints/${item.id}?state=failed`} className="text-red">{`${item.failed} given up`}</Link> : "none given up"}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <ActionForm action={change} values={{ id: item.id, change: "test" }} button="Send a test" size="sm" buttonLabel={`Send a test to ${item.name}`} />
            {withSecret && item.kind === "webhook" ? <ActionForm action={change} values={{ id: item.id, change: "rotate" }} button="New secret" size="sm" buttonLabel={`Give ${item.name} a new secret`} /> : null}
            <ActionForm action={change} values={{ id: item.id, change: item.disabledAt ? "on" : "off" }} button={item.disabledAt ? "Switch on" : "Switch off"} size="sm" variant="ghost" buttonLabel={`Switch ${item.disabledAt ? "on" : "off"} ${item.name}`} />
            <ConfirmForm action={change} values={{ id: item.id, change: "delete" }} button="Remove" buttonLabel={`Remove ${item.name}`} yes="Remove" title={`Remove ${item.name}?`} consequence="It is told nothing more, and the record of what was sent to it goes with it. Subscriptions that name it go on without it." />
          </div>
        </li>
      ))}
    </ul>
  );
}

function EndpointState({ item }: { item: EndpointItem }) {
  if (item.disabledAt) return <Badge>switched off</Badge>;
  if (item.failures > 1) return <Badge tone="red">{`failing, ${item.failures} in a row`}</Badge>;
  return null;
}

import type { listDeliveries } from "#lib/catalog/endpoints/list-deliveries.ts";
import type { EndpointItem } from "#lib/catalog/endpoints/list-endpoints.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { DeliveryList } from "./delivery-list.tsx";
import { EndpointList } from "./endpoint-list.tsx";

export const deliveryStates = ["failed", "waiting", "delivered", "withdrawn"] as const;
type State = (typeof deliveryStates)[number];
type Props = { /** `null`: one's e-mail address. */ endpoint: EndpointItem | null; deliveries: Awaited<ReturnType<typeof listDeliveries>>; state: State | undefined; isFirst: boolean; change: FormAction };

/** One address with what was sent to it lately; what was given up can be sent again. */
export function EndpointPage({ endpoint, deliveries, state, isFirst, change }: Props) {
  const page = `/settings/notifications/endpoints/${endpoint?.id ?? "email"}`;
  const url = (query: Record<string, string>) => (Object.keys(query).length > 0 ? `${page}?${new URLSearchParams(query)}` : page);
  const narrowed: Record<string, string> = state ? { state } : {};
  const tab = (value: State | undefined, label: string) => ({ href: url(value ? { state: value } : {}), label, current: state === value });
  return (
    <Page>
      <PageHeader title={endpoint?.name ?? "My e-mails"} lead={<Link href="/settings/notifications">All notifications</Link>} />
      <div className="max-w-4xl">
        {endpoint ? <EndpointList items={[endpoint]} change={change} withSecret /> : null}
        <Tabs label="Deliveries" tabs={[tab(undefined, "All deliveries"), tab("failed", "Given up"), tab("waiting", "On their way"), tab("delivered", "Delivered"), tab("withdrawn", "Withdrawn")]} className="mt-6 mb-2" />
        {endpoint && state === "failed" && deliveries.items.length > 1 ? <ActionForm action={change} inRow values={{ id: endpoint.id, change: "all-again" }} button="Send all again" size="sm" className="mb-1" /> : null}
        {deliveries.items.length > 0 ? <DeliveryList items={deliveries.items} change={change} /> : <Nothing state={state} hasTest={endpoint !== null} />}
        <Pagination noun="deliveries" shown={deliveries.items.length} next={deliveries.next ? url({ ...narrowed, before: String(deliveries.next) }) : null} first={isFirst ? null : url(narrowed)} />
      </div>
    </Page>
  );
}

function Nothing({ state, hasTest }: { state: State | undefined; hasTest: boolean }) {
  if (state === "failed") return <EmptyState title="Nothing was given up" className="py-4">What does not arrive is tried again for a day and a half before it stands here.</EmptyState>;
  if (state) return <EmptyState title="None of these" className="py-4" />;
  return <EmptyState title="Nothing was sent here yet" className="py-4">{hasTest ? "Press “Send a test” to see whether messages arrive." : "Follow something and choose e-mail."}</EmptyState>;
}

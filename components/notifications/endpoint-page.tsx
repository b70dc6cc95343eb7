import type { listDeliveries } from "#lib/catalog/endpoints/list-deliveries.ts";
import type { EndpointItem } from "#lib/catalog/endpoints/list-endpoints.ts";
import type { FormAction } from "../ui/action-form.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { DeliveryList } from "./delivery-list.tsx";
import { EndpointList } from "./endpoint-list.tsx";

/** One address with what was sent to it lately. */
export function EndpointPage({ endpoint, deliveries, isFirst, change }: { endpoint: EndpointItem; deliveries: Awaited<ReturnType<typeof listDeliveries>>; isFirst: boolean; change: FormAction }) {
  const page = `/settings/notifications/endpoints/${endpoint.id}`;
  return (
    <Page>
      <PageHeader title={endpoint.name} lead={<Link href="/settings/notifications">All notifications</Link>} />
      <div className="max-w-4xl">
        <EndpointList items={[endpoint]} change={change} withSecret />
        <Section title="Deliveries">
          {deliveries.items.length > 0 ? <DeliveryList items={deliveries.items} change={change} /> : <EmptyState title="Nothing was sent here yet" className="py-4">Press “Send a test” to see whether messages arrive.</EmptyState>}
          <Pagination noun="deliveries" shown={deliveries.items.length} next={deliveries.next ? `${page}?before=${deliveries.next}` : null} first={isFirst ? null : page} />
        </Section>
      </div>
    </Page>
  );
}

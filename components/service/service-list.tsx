import { ButtonLink } from "../ui/button.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pagination } from "../ui/pagination.tsx";
import type { listServices } from "#lib/catalog/services/list-services.ts";
import { ServiceTable } from "./service-table.tsx";

/** What runs, and what each provides. */
export function ServiceList({ list, isFirst, mayMake }: { list: Awaited<ReturnType<typeof listServices>>; isFirst: boolean; mayMake: boolean }) {
  return (
    <Page>
      <PageHeader title="Services" lead="Deployables that provide and use interfaces." actions={mayMake ? <ButtonLink size="sm" href="/services/new" prefetch={false}>New service</ButtonLink> : null} />
      {list.items.length > 0 ? (
        <>
          <ServiceTable services={list.items} />
          <Pagination noun="services" shown={list.items.length} next={list.next ? `/services?cursor=${encodeURIComponent(list.next)}` : null} first={isFirst ? null : "/services"} />
        </>
      ) : (
        <EmptyState title="No service is here yet">
          <p>A service is named when a document is published for it; none is invented for a document that names none.</p>
          <CodeBlock className="mt-3" code="npx intermesh publish openapi.yaml --service orders" />
        </EmptyState>
      )}
    </Page>
  );
}

import type { Metadata } from "next";
import { StandingNotice } from "#components/access-request/standing-notice.tsx";
import { ConsumerFilters } from "#components/consumer/consumer-filters.tsx";
import { ConsumerList } from "#components/consumer/consumer-list.tsx";
import { DeclareUseForm } from "#components/consumer/declare-use-form.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { findStanding } from "#lib/catalog/access-requests/find-standing.ts";
import { listConsumers } from "#lib/catalog/dependencies/list-consumers.ts";
import { listUsedOperations } from "#lib/catalog/dependencies/list-used-operations.ts";
import { listDeclarableServices } from "#lib/catalog/services/list-declarable-services.ts";
import { first, found, loadInterface, placeOf } from "../address.ts";
import { changeUse } from "./change-use.ts";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { detail } = await loadInterface(placeOf((await params).slug, await searchParams), "/consumers");
  return { title: `Consumers · ${detail.title}` };
}

export default async function ConsumersPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const place = placeOf((await params).slug, query);
  const operation = first(query.operation);
  const dismissed = first(query.dismissed) === "true";
  const ctx = await requestContext();
  const [{ head }, consumers, operations, services, standing] = await Promise.all([
    loadInterface(place, "/consumers"),
    found(listConsumers({ ctx, input: { slug: place.slug, line: place.line ?? undefined, operation: operation ?? undefined, dismissed } })),
    found(listUsedOperations({ ctx, input: place })),
    listDeclarableServices({ ctx }),
    found(findStanding({ ctx, input: place })),
  ]);
  const spellings = Object.fromEntries(operations.map(({ key, display }) => [key, display]));
  return (
    <InterfaceFrame head={head} tab="consumers">
      <div className={services === null ? "max-w-[64rem]" : "grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]"}>
        <div className="min-w-0">
          <ConsumerFilters operations={operations} operation={operation} dismissed={dismissed} line={place.line} />
          <ConsumerList slug={place.slug} {...consumers} filtered={operation !== null} action={changeUse} spellings={spellings} />
        </div>
        {services === null ? null : (
          <Section title="Do you use it?" id="declare" className="mt-0!">
            <StandingNotice slug={place.slug} standing={standing} className="mb-4" />
            <DeclareUseForm slug={place.slug} line={head.line} services={services} operations={operations.slice(0, 300).map(({ display }) => display)} operation={operation ? (spellings[operation] ?? operation) : null} action={changeUse} />
          </Section>
        )}
      </div>
    </InterfaceFrame>
  );
}

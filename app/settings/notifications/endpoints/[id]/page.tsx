import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "#app/or-not-found.ts";
import { EndpointPage } from "#components/notifications/endpoint-page.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { listDeliveries } from "#lib/catalog/endpoints/list-deliveries.ts";
import { listEndpoints } from "#lib/catalog/endpoints/list-endpoints.ts";
import { changeEndpoint } from "../../notification-actions.ts";

export const metadata: Metadata = { title: "Deliveries" };

export default async function EndpointDeliveriesPage({ params, searchParams }: PageProps<"/settings/notifications/endpoints/[id]">) {
  const ctx = await personContext();
  const id = Number((await params).id);
  const before = Number((await searchParams).before) || undefined;
  const endpoint = (await listEndpoints({ ctx })).find((candidate) => candidate.id === id);
  if (!endpoint) notFound();
  const deliveries = await orNotFound(listDeliveries({ ctx, input: { endpointId: id, ...(before ? { before } : {}) } }));
  return <EndpointPage endpoint={endpoint} deliveries={deliveries} isFirst={before === undefined} change={changeEndpoint} />;
}

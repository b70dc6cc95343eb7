import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "#app/or-not-found.ts";
import { deliveryStates, EndpointPage } from "#components/notifications/endpoint-page.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { listDeliveries } from "#lib/catalog/endpoints/list-deliveries.ts";
import { listEndpoints } from "#lib/catalog/endpoints/list-endpoints.ts";
import { changeEndpoint } from "../../notification-actions.ts";

export const metadata: Metadata = { title: "Deliveries" };

/** Of one address by its number, or of one's e-mails. */
export default async function EndpointDeliveriesPage({ params, searchParams }: PageProps<"/settings/notifications/endpoints/[id]">) {
  const ctx = await personContext();
  const { id } = await params;
  const query = await searchParams;
  const before = Number(query.before) || undefined;
  const state = deliveryStates.find((known) => known === query.state);
  const endpoint = id === "email" ? null : (await listEndpoints({ ctx })).find((candidate) => String(candidate.id) === id);
  if (endpoint === undefined) notFound();
  const deliveries = await orNotFound(listDeliveries({ ctx, input: { ...(endpoint ? { endpointId: endpoint.id } : {}), ...(state ? { state } : {}), ...(before ? { before } : {}) } }));
  return <EndpointPage endpoint={endpoint} deliveries={deliveries} state={state} isFirst={before === undefined} change={changeEndpoint} />;
}

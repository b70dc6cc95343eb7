import type { Metadata } from "next";
import { type RequestBox, requestBoxes, RequestsPageView } from "#components/access-request/requests-page-view.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { listRequests } from "#lib/catalog/access-requests/list-requests.ts";

export const metadata: Metadata = { title: "Access requests" };

export default async function AccessRequestsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await personContext();
  const { box: said } = await searchParams;
  const box = typeof said === "string" && said in requestBoxes ? (said as RequestBox) : "to-answer";
  const { items, counts } = await listRequests({ ctx, input: { box } });
  return <RequestsPageView items={items} box={box} counts={counts} />;
}

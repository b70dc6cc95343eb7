import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "#app/or-not-found.ts";
import { RequestPage } from "#components/access-request/request-page.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { getRequest } from "#lib/catalog/access-requests/list-requests.ts";
import { answerRequestAction } from "./answer-request-action.ts";

export const metadata: Metadata = { title: "Request for access" };

export default async function AccessRequestRoute({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await personContext();
  const { id } = await params;
  if (!/^[1-9]\d{0,14}$/.test(id)) notFound();
  return <RequestPage detail={await orNotFound(getRequest({ ctx, input: { id: Number(id) } }))} action={answerRequestAction} />;
}

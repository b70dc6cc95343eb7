import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { ServiceList } from "#components/service/service-list.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listServices } from "#lib/catalog/services/list-services.ts";

export const metadata: Metadata = { title: "Services" };

export default async function ServicesPage({ searchParams }: PageProps<"/services">) {
  const { cursor } = await searchParams;
  const page = typeof cursor === "string" ? cursor : undefined;
  const ctx = await requestContext();
  const list = await orNotFound(listServices({ ctx, input: { cursor: page } }));
  return <ServiceList list={list} isFirst={!page} mayMake={ctx.actor.kind === "person"} />;
}

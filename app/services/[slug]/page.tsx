import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { ServiceView } from "#components/service/service-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { findBow } from "#lib/catalog/graph/find-bow.ts";
import { getService } from "#lib/catalog/get-service.ts";

export async function generateMetadata({ params }: PageProps<"/services/[slug]">): Promise<Metadata> {
  return { title: `Service ${decodeURIComponent((await params).slug)}` };
}

export default async function ServicePage({ params }: PageProps<"/services/[slug]">) {
  const slug = decodeURIComponent((await params).slug);
  const ctx = await requestContext();
  const [service, bow] = await orNotFound(Promise.all([getService({ ctx, input: { slug } }), findBow({ ctx, input: { focus: `service:${slug}` } })]));
  return <ServiceView service={service} bow={bow} />;
}

import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { ServiceManifests } from "#components/service/service-manifests.tsx";
import { ServiceUses } from "#components/service/service-uses.tsx";
import { ServiceView } from "#components/service/service-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { changeUse } from "#app/interfaces/[slug]/consumers/change-use.ts";
import { findBow } from "#lib/catalog/graph/walk/find-bow.ts";
import { listServiceUses } from "#lib/catalog/dependencies/list-service-uses.ts";
import { getService } from "#lib/catalog/services/get-service.ts";
import { listRivalProviders } from "#lib/catalog/mesh-checks/list-rival-providers.ts";
import { listManifests } from "#lib/catalog/manifests/list-manifests.ts";

export async function generateMetadata({ params }: PageProps<"/services/[slug]">): Promise<Metadata> {
  return { title: `Service ${decodeURIComponent((await params).slug)}` };
}

export default async function ServicePage({ params }: PageProps<"/services/[slug]">) {
  const slug = decodeURIComponent((await params).slug);
  const ctx = await requestContext();
  const [service, bow, uses, manifests, rivals] = await orNotFound(Promise.all([
    getService({ ctx, input: { slug } }), findBow({ ctx, input: { focus: `service:${slug}` } }), listServiceUses({ ctx, input: { slug } }), listManifests({ ctx, input: { slug } }),
    listRivalProviders({ ctx, input: { service: slug } }),
  ]));
  return (
    <ServiceView service={service} bow={bow} rivals={rivals}>
      <ServiceUses service={slug} uses={uses} action={changeUse} />
      <ServiceManifests manifests={manifests} />
    </ServiceView>
  );
}

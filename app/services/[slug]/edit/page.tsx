import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { changeUse } from "#app/interfaces/[slug]/consumers/change-use.ts";
import { ServiceForm } from "#components/service/service-form.tsx";
import { ServiceUseForm } from "#components/service/service-use-form.tsx";
import { ServiceUses } from "#components/service/service-uses.tsx";
import { Link } from "#components/ui/link.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader, Section } from "#components/ui/page-header.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { listServiceUses } from "#lib/catalog/dependencies/list-service-uses.ts";
import { getServiceForm } from "#lib/catalog/services/get-service-form.ts";
import { changeService } from "../../change-service.ts";

export const metadata: Metadata = { title: "Edit a service" };

export default async function EditServicePage({ params }: { params: Promise<{ slug: string }> }) {
  const ctx = await personContext();
  const slug = decodeURIComponent((await params).slug);
  const form = await orNotFound(getServiceForm({ ctx, input: { slug } }));
  const uses = await listServiceUses({ ctx, input: { slug } });
  return (
    <Page>
      <PageHeader title={`Edit ${form.service?.title ?? slug}`} lead={<Link look="text" href={`/services/${encodeURIComponent(slug)}`}>Back to the service</Link>} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,36rem)_minmax(0,26rem)]">
        <ServiceForm form={form} action={changeService} />
        <Section title="Say what it uses" id="use" className="mt-0!">
          <ServiceUseForm service={slug} action={changeUse} />
        </Section>
      </div>
      <ServiceUses service={slug} uses={uses} action={changeUse} />
    </Page>
  );
}

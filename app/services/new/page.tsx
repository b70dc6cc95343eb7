import type { Metadata } from "next";
import { ServiceForm } from "#components/service/service-form.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { getServiceForm } from "#lib/catalog/services/get-service-form.ts";
import { changeService } from "../change-service.ts";

export const metadata: Metadata = { title: "New service" };

export default async function NewServicePage() {
  const form = await getServiceForm({ ctx: await personContext(), input: { slug: null } });
  return (
    <Page>
      <PageHeader title="New service" lead="A deployable that provides and uses interfaces. A manifest in its repository, or publishing a document for it, makes one as well." />
      <ServiceForm form={form} action={changeService} />
    </Page>
  );
}

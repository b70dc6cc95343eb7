import type { Metadata } from "next";
import { headers } from "next/headers";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PlainPublishForm } from "#components/publish/plain-publish-form.tsx";
import { PublishWorkbench } from "#components/publish/publish-workbench.tsx";
import { may } from "#lib/auth/authorize.ts";
import { listOwnTeams } from "#lib/auth/list-own-teams.ts";
import { requestContext } from "#lib/auth/request-context.ts";
import { listServices } from "#lib/catalog/services/list-services.ts";
import { publishForm } from "./publish-form.ts";

export const metadata: Metadata = { title: "Publish" };

export default async function PublishPage({ searchParams }: PageProps<"/publish">) {
  const query = await searchParams;
  const ctx = await requestContext();
  const [teams, services, sent] = await Promise.all([listOwnTeams({ ctx }), listServices({ ctx }), headers()]);
  const text = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const choices = { signedIn: ctx.actor.kind === "person", mayPublish: may(ctx, "interface.check"), teams, services: services.items.map(({ slug, title }) => ({ slug, name: title })) };
  const initial = { interface: text("interface"), new: false, owner: teams.length === 1 ? (teams[0]?.slug ?? "") : "", service: text("service"), line: text("line"), visibility: "", reason: "" };
  return (
    <Page>
      <PageHeader title="Publish" lead="Drop a document, mend what it breaks, publish it." />
      <div className="hidden noscript:block">
        <PlainPublishForm action={publishForm} choices={choices} />
      </div>
      <div className="noscript:hidden">
        <PublishWorkbench choices={choices} initial={initial} nonce={sent.get("x-nonce") ?? undefined} />
      </div>
    </Page>
  );
}

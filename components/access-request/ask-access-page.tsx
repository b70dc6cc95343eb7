import type { Listing } from "#lib/catalog/access/get-listing.ts";
import type { Standing } from "#lib/catalog/access-requests/find-standing.ts";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import type { FormAction } from "../ui/action-form.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { RequestForm } from "./request-form.tsx";
import { RequestLines } from "./standing-notice.tsx";

type Props = {
  listing: Listing;
  standing: Standing;
  readable: boolean;
  teams: { slug: string; name: string }[];
  services: { slug: string; title: string; team: string }[];
  operations: string[];
  action: FormAction;
};

/** Where one asks for access to an interface, or learns that nobody needs to be asked. */
export function AskAccessPage({ listing, standing, readable, teams, services, operations, action }: Props) {
  const { slug, title, owner } = listing;
  const asksNothing = readable && !standing.approvalRequired;
  return (
    <Page>
      <PageHeader title={<>Ask for access to <Link href={interfaceUrl({ slug })} prefetch={false}>{title}</Link></>} lead={owner ? `The team ${owner.name} answers. Both sides are told.` : "Nobody owns it yet: an administrator answers."} />
      {standing.requests.length > 0 ? <Section title="Your requests" className="mb-6"><RequestLines standing={standing} /></Section> : null}
      {asksNothing ? (
        <EmptyState title="Nobody needs to be asked">Say on its page of <Link look="text" href={interfaceUrl({ slug, tab: "consumers" })}>consumers</Link> that you use it, and you are told of changes that touch you.</EmptyState>
      ) : teams.length === 0 ? (
        <EmptyState title={standing.owned ? "Your team owns it" : "You are in no team yet"}>{standing.owned ? "Nobody needs to be asked." : "Access is given to teams. Ask a maintainer of yours, or an administrator, to add you to it."}</EmptyState>
      ) : readable && services.length === 0 ? (
        <EmptyState title="None of your teams has a service yet">Send a manifest of it (<code>PUT /api/v1/services/NAME/manifest</code>), or publish a document with <code>--service NAME</code>. Then ask for it.</EmptyState>
      ) : (
        <RequestForm slug={slug} teams={teams} services={services} operations={operations} readable={readable} action={action} />
      )}
    </Page>
  );
}

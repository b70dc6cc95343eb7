import { Lock } from "lucide-react";
import { RequestLines } from "../access-request/standing-notice.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { plainText } from "../ui/plain-text.ts";
import type { Listing } from "#lib/catalog/access/get-listing.ts";
import type { Standing } from "#lib/catalog/access-requests/find-standing.ts";
import { askAccessUrl } from "#lib/catalog/urls/lifecycle-url.ts";

/** An interface that one may name and not read: what it is, and whom to ask. */
export function ListedInterface({ listing: { slug, title, summary, owner }, standing }: { listing: Listing; standing: Standing }) {
  return (
    <Page>
      <PageHeader title={title} lead={summary ? plainText(summary) : undefined} />
      <EmptyState icon={<Lock aria-hidden="true" />} title="Its contents are shown to those who were granted access" className="py-4" action={<ButtonLink variant="primary" href={askAccessUrl(slug)} prefetch={false}>Request access</ButtonLink>}>
        {owner ? (
          <>
            It belongs to the team <Link href={`/teams/${encodeURIComponent(owner.slug)}`}>{owner.name}</Link>. Ask for it: the team answers, and yours is told.
            {owner.contact ? <span className="mt-1 block">Contact: {owner.contact}</span> : null}
          </>
        ) : (
          "Nobody owns it yet: an administrator answers."
        )}
      </EmptyState>
      <RequestLines standing={standing} />
    </Page>
  );
}

import { Lock } from "lucide-react";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { plainText } from "../ui/plain-text.ts";
import type { Listing } from "#lib/catalog/access/get-listing.ts";

/** An interface that one may name and not read: what it is, and whom to ask. */
export function ListedInterface({ listing: { title, summary, owner } }: { listing: Listing }) {
  return (
    <Page>
      <PageHeader title={title} lead={summary ? plainText(summary) : undefined} />
      <EmptyState icon={<Lock aria-hidden="true" />} title="Its contents are shown to those who were granted access" className="py-4">
        {owner ? (
          <>
            It belongs to the team <Link href={`/teams/${encodeURIComponent(owner.slug)}`}>{owner.name}</Link>. A maintainer of that team grants access to yours, under Settings of this interface.
            {owner.contact ? <span className="mt-1 block">Contact: {owner.contact}</span> : null}
          </>
        ) : (
          "Nobody owns it yet: an administrator grants access."
        )}
      </EmptyState>
    </Page>
  );
}

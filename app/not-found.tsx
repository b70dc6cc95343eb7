import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <Page>
      <PageHeader title="There is nothing at this address" />
      <EmptyState title="It may have been deleted, or you may not see it" className="py-0" action={<><ButtonLink href="/search">Search</ButtonLink><ButtonLink href="/interfaces" variant="ghost">All interfaces</ButtonLink></>}>
        A renamed interface is still found under its old address. What is private answers like what does not exist: signing in may help.
      </EmptyState>
    </Page>
  );
}

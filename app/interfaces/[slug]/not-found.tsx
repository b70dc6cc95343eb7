import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Page } from "#components/ui/page.tsx";

export default function NotFound() {
  return (
    <Page>
      <EmptyState
        title="There is nothing at this address"
        action={
          <>
            <ButtonLink href="/search">Search</ButtonLink>
            <ButtonLink href="/interfaces">All interfaces</ButtonLink>
          </>
        }
      >
        The interface, version or part does not exist, or you may not see it. It may have gone with a later version: open the interface and choose an earlier one.
      </EmptyState>
    </Page>
  );
}

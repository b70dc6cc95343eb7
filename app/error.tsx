"use client";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Page } from "#components/ui/page.tsx";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Page className="pt-6">
      <h1 className="text-xl font-semibold tracking-tight">This page could not be made</h1>
      <ErrorState
        title="Something failed on the server"
        reference={error.digest}
        action={
          <>
            <Button onClick={reset}>Try again</Button>
            <ButtonLink href="/" variant="ghost">
              Home
            </ButtonLink>
          </>
        }
      >
        Nothing was changed. If the database was restarting, trying again helps; if it stays, the server&apos;s log has the reason under the reference below.
      </ErrorState>
    </Page>
  );
}

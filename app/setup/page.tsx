import type { Metadata } from "next";
import { Door } from "#components/auth/door.tsx";
import { SetupForm } from "#components/auth/setup-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { passwordCharactersMin } from "#lib/auth/create-auth.ts";
import { isSetupSecret } from "#lib/auth/setup/is-setup-secret.ts";
import { database } from "#lib/database.ts";
import { createAdministratorAction } from "./create-administrator-action.ts";

// The link is a secret: it must not leave in a Referer header, nor be indexed.
export const metadata: Metadata = { title: "First administrator", referrer: "no-referrer", robots: { index: false } };

export default async function SetupPage({ searchParams }: PageProps<"/setup">) {
  const { token } = await searchParams;
  const secret = typeof token === "string" ? token : "";
  const holds = secret !== "" && (await isSetupSecret(database(), secret));
  return (
    <Door title="First administrator" lead={holds ? "This link works once. Whoever uses it runs this installation." : undefined}>
      {holds ? (
        <SetupForm action={createAdministratorAction} token={secret} passwordCharactersMin={passwordCharactersMin} />
      ) : (
        <EmptyState className="py-0" title="This link does not hold" action={<ButtonLink href="/sign-in">Sign in</ButtonLink>}>
          It was used, has ended, or Intermesh was started again since and printed a new one. If there is no administrator yet, stop and start Intermesh: it prints another link.
        </EmptyState>
      )}
    </Door>
  );
}

import type { Metadata } from "next";
import { Door } from "#components/auth/door.tsx";
import { InvitationForm } from "#components/auth/invitation-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { passwordCharactersMin } from "#lib/auth/create-auth.ts";
import { findInvitation, type OpenInvitation } from "#lib/catalog/people/find-invitation.ts";
import { database } from "#lib/database.ts";
import { acceptInvitationAction } from "./accept-invitation-action.ts";

// The link is a secret: it must not leave in a Referer header, nor be indexed.
export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer", robots: { index: false } };

export default async function InvitationPage({ searchParams }: PageProps<"/invitations">) {
  const { token } = await searchParams;
  const secret = typeof token === "string" ? token : "";
  const invitation = await findInvitation(database(), secret);
  if (!invitation) {
    return (
      <Door title="Invitation">
        <EmptyState className="py-0" title="This link does not hold" action={<ButtonLink href="/sign-in">Sign in</ButtonLink>}>
          It was used, was taken back or has ended. Whoever invited you can make another.
        </EmptyState>
      </Door>
    );
  }
  return (
    <Door title={invitation.forKnownPerson ? "New password" : "Welcome to Intermesh"} lead={leadOf(invitation)}>
      <InvitationForm action={acceptInvitationAction} token={secret} email={invitation.email} forKnownPerson={invitation.forKnownPerson} passwordCharactersMin={passwordCharactersMin} />
    </Door>
  );
}

function leadOf({ forKnownPerson, name, invitedByName, team, teamRole, role }: OpenInvitation): string {
  if (forKnownPerson) return `For ${name}. This link works once; it ends every session that is open.`;
  const joins = team ? ` to the team ${team}${teamRole === "maintainer" ? ", which you will manage" : ""}` : "";
  return `${invitedByName} invites you${joins}${role === "admin" ? ", as an administrator" : ""}. This link works once.`;
}

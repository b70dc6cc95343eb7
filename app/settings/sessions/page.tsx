import type { Metadata } from "next";
import { headers } from "next/headers";
import { endSessionAction } from "#app/settings/profile-actions.ts";
import { SessionTable } from "#components/settings/session-table.tsx";
import { SettingsFrame } from "#components/settings/settings-frame.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { sessionTokenOf } from "#lib/auth/session-token.ts";
import { listSessions } from "#lib/catalog/people/profile.ts";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage() {
  const ctx = await personContext();
  const sessions = await listSessions({ ctx, currentToken: sessionTokenOf(new Headers(await headers())) });
  return (
    <SettingsFrame current="sessions" title="Sessions" lead="Where you are signed in. One that is not yours: end it, and change your password.">
      <SessionTable sessions={sessions} action={endSessionAction} />
    </SettingsFrame>
  );
}

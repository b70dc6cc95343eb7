import type { Metadata } from "next";
import { NewTokenForm } from "#components/auth/new-token-form.tsx";
import { TokenTable } from "#components/auth/token-table.tsx";
import { SettingsFrame } from "#components/settings/settings-frame.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { isAdministrator } from "#lib/auth/actor.ts";
import { personContext } from "#lib/auth/request-context.ts";
import { listOwnTeams } from "#lib/auth/list-own-teams.ts";
import { listTokens } from "#lib/auth/tokens/list-tokens.ts";
import { createTokenAction, revokeTokenAction } from "./token-actions.ts";

export const metadata: Metadata = { title: "Tokens" };

export default async function TokensPage() {
  const ctx = await personContext();
  const [tokens, teams] = await Promise.all([listTokens({ ctx }), listOwnTeams({ ctx })]);
  return (
    <SettingsFrame current="tokens" title="Tokens" lead="For pipelines and scripts. A token never does more than the person who made it may do today.">
      <TokenTable tokens={tokens} revoke={revokeTokenAction} />
      <Section title="New token">
        <NewTokenForm action={createTokenAction} teams={teams} administrator={isAdministrator(ctx.actor)} />
      </Section>
    </SettingsFrame>
  );
}

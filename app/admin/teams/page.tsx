import type { Metadata } from "next";
import { AdminFrame } from "#components/admin/admin-frame.tsx";
import { TeamsAdmin } from "#components/admin/teams-admin.tsx";
import { administratorContext } from "#lib/auth/administrator-context.ts";
import { oidcSettings } from "#lib/auth/oidc/oidc-settings.ts";
import { listDomains } from "#lib/catalog/domains/list-domains.ts";
import { listTeams } from "#lib/catalog/teams/list-teams.ts";
import { listTeamGroups } from "#lib/catalog/teams/team-groups.ts";
import { changeTeams } from "./teams-actions.ts";

export const metadata: Metadata = { title: "Teams and domains" };

export default async function TeamsAdminPage() {
  const ctx = await administratorContext();
  const [teams, domains, groups] = await Promise.all([listTeams({ ctx }), listDomains({ ctx }), listTeamGroups({ ctx })]);
  return (
    <AdminFrame current="teams">
      <TeamsAdmin teams={teams.items} domains={domains.items} groups={groups.items} providerName={oidcSettings()?.name ?? null} action={changeTeams} />
    </AdminFrame>
  );
}

import type { Metadata } from "next";
import { originOfPage } from "#app/interfaces/[slug]/origin.ts";
import { AdminFrame } from "#components/admin/admin-frame.tsx";
import { PipelinesView } from "#components/access/pipelines-view.tsx";
import { administratorContext } from "#lib/auth/administrator-context.ts";
import { listTrusts } from "#lib/auth/ci/list-trusts.ts";
import { listTeams } from "#lib/catalog/teams/list-teams.ts";
import { distrustAction, trustAction } from "./pipeline-actions.ts";

export const metadata: Metadata = { title: "Pipelines" };

export default async function PipelinesPage() {
  const ctx = await administratorContext();
  const [trusts, teams, origin] = await Promise.all([listTrusts({ ctx }), listTeams({ ctx }), originOfPage()]);
  return (
    <AdminFrame current="pipelines">
      <PipelinesView trusts={trusts} teams={teams.items.map(({ slug, name }) => ({ slug, name }))} origin={origin} trust={trustAction} distrust={distrustAction} />
    </AdminFrame>
  );
}

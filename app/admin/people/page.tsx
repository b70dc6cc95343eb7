import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { AdminFrame } from "#components/admin/admin-frame.tsx";
import { PeopleAdmin } from "#components/admin/people-admin.tsx";
import { accountIdOf } from "#lib/auth/actor.ts";
import { administratorContext } from "#lib/auth/administrator-context.ts";
import { installationSettings } from "#lib/auth/settings.ts";
import { listInvitations } from "#lib/catalog/people/list-invitations.ts";
import { listPeople, ListPeopleInput } from "#lib/catalog/people/list-people.ts";
import { listTeams } from "#lib/catalog/teams/list-teams.ts";
import { changePeople } from "./people-actions.ts";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const ctx = await administratorContext();
  const params = await searchParams;
  const said = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  const state = ListPeopleInput.shape.state.catch("active").parse(said("state") || undefined);
  const query = { q: said("q"), state, cursor: said("cursor") };
  const [people, invitations, teams, settings] = await Promise.all([
    orNotFound(listPeople({ ctx, input: { q: query.q.slice(0, 200), state, ...(query.cursor ? { cursor: query.cursor } : {}) } })),
    listInvitations({ ctx }),
    listTeams({ ctx }),
    installationSettings(ctx.db),
  ]);
  return (
    <AdminFrame current="people">
      <PeopleAdmin people={people} invitations={invitations.items} teams={teams.items} query={query} me={accountIdOf(ctx.actor)} signUp={settings.signUp} action={changePeople} />
    </AdminFrame>
  );
}

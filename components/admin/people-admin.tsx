import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Checkbox, Field, Input, Select } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import { Section } from "../ui/page-header.tsx";
import { Pagination } from "../ui/pagination.tsx";
import type { InvitationSummary } from "#lib/catalog/people/list-invitations.ts";
import type { PersonSummary } from "#lib/catalog/people/list-people.ts";
import { InvitationTable } from "./invitation-table.tsx";
import { PeopleTable } from "./people-table.tsx";

type Props = {
  people: { items: PersonSummary[]; next: string | null; total: number };
  invitations: InvitationSummary[];
  teams: { slug: string; name: string }[];
  query: { q: string; state: string; cursor: string };
  me: string | null;
  signUp: string;
  action: FormAction;
};

/** Everyone with an account, and the links that lead to one. */
export function PeopleAdmin({ people, invitations, teams, query, me, signUp, action }: Props) {
  const params = new URLSearchParams({ ...(query.q ? { q: query.q } : {}), ...(query.state === "active" ? {} : { state: query.state }) });
  return (
    <>
      <form method="get" role="search" className="mb-4 flex flex-wrap items-center gap-2">
        <div className="w-64 max-sm:w-full"><Input name="q" type="search" defaultValue={query.q} placeholder="Name or address" aria-label="Name or address contains" /></div>
        <Select name="state" defaultValue={query.state} aria-label="Show">
          <option value="active">active</option>
          <option value="deactivated">deactivated</option>
          <option value="all">all</option>
        </Select>
        <Button type="submit">Filter</Button>
      </form>
      {people.items.length > 0 ? <PeopleTable people={people.items} me={me} action={action} /> : <EmptyState title="Nobody is called so">Ask for less, or for all.</EmptyState>}
      <Pagination
        next={people.next ? `/admin/people?${new URLSearchParams([...params, ["cursor", people.next]])}` : null}
        first={query.cursor ? `/admin/people?${params}` : null}
        shown={people.items.length}
        total={people.total}
        noun="people"
      />
      {invitations.length > 0 ? (
        <Section title="Open links" count={invitations.length}>
          <InvitationTable invitations={invitations} action={action} values={{ change: "uninvite" }} />
        </Section>
      ) : null}
      <Section title="Invite someone">
        {signUp === "closed" ? <p className="text-sm text-muted">Sign-up is closed: nobody new gets an account. Settings changes that.</p> : <InviteForm teams={teams} action={action} />}
      </Section>
    </>
  );
}

function InviteForm({ teams, action }: Pick<Props, "teams" | "action">) {
  return (
    <ActionForm action={action} values={{ change: "invite" }} button="Make a link" variant="primary" className="max-w-2xl">
      <>
        <div className="flex w-full flex-wrap items-start gap-3">
          <FormField id="email" label="E-mail" name="email" className="min-w-60 flex-1">
            <Input id="email" name="email" type="email" required autoComplete="off" />
          </FormField>
          <Field id="team" label="Team">
            <Select id="team" name="team" defaultValue="">
              <option value="">none yet</option>
              {teams.map(({ slug, name }) => <option key={slug} value={slug}>{name}</option>)}
            </Select>
          </Field>
          <Field id="teamRole" label="Role in it">
            <Select id="teamRole" name="teamRole" defaultValue="member">
              <option value="member">member</option>
              <option value="maintainer">maintainer</option>
            </Select>
          </Field>
        </div>
        <Checkbox name="role" value="admin" label="Administrator of this installation" />
      </>
    </ActionForm>
  );
}

import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Checkbox, Field, Input, Select, Textarea } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import { Link } from "../ui/link.tsx";
import { Section } from "../ui/page-header.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { TeamGroup } from "#lib/catalog/teams/team-groups.ts";

type Named = { slug: string; name: string };
type Props = { teams: Named[]; domains: (Named & { description: string | null })[]; groups: TeamGroup[]; providerName: string | null; action: FormAction };

/** New teams and domains, the groups that lead to teams, and bringing in many from a file. */
export function TeamsAdmin({ teams, domains, groups, providerName, action }: Props) {
  return (
    <div className="max-w-3xl">
      <Section title="New team">
        <ActionForm action={action} values={{ change: "create-team" }} button="Make the team" variant="primary">
          <NameFields prefix="team" domains={domains} />
        </ActionForm>
        <p className="mt-3 text-sm text-muted">{teams.length.toLocaleString("en")} {teams.length === 1 ? "team" : "teams"}. <Link href="/teams" look="text">All teams</Link></p>
      </Section>
      <Section title="Domains" count={domains.length}>
        <Domains domains={domains} action={action} />
        <ActionForm action={action} values={{ change: "create-domain" }} button="Make the domain">
          <NameFields prefix="domain" />
        </ActionForm>
      </Section>
      <Section id="groups" title="Groups of the company" count={groups.length}>
        <p className="mb-3 text-sm text-muted">
          {providerName ? `Whoever ${providerName} says is in a group belongs to its team, from their next sign-in on; whoever the directory has in it, at once.` : "Whoever the directory has in a group belongs to its team at once. No company sign-in is set up; with OIDC_ISSUER and its companions its groups lead to teams too."}
        </p>
        <Groups groups={groups} action={action} />
        {teams.length > 0 ? (
          <ActionForm action={action} values={{ change: "add-group" }} button="Let it lead there">
            <div className="flex w-full flex-wrap items-start gap-3">
              <FormField id="group" label="Group" hint="As the provider names it: a name or an id." name="group" className="min-w-60 flex-1">
                <Input id="group" name="group" required maxLength={300} className="font-mono" aria-describedby="group-note" />
              </FormField>
              <Field id="group-team" label="Team">
                <Select id="group-team" name="team" required>{teams.map(({ slug, name }) => <option key={slug} value={slug}>{name}</option>)}</Select>
              </Field>
              <Field id="group-role" label="Role">
                <Select id="group-role" name="role"><option value="member">member</option><option value="maintainer">maintainer</option></Select>
              </Field>
            </div>
          </ActionForm>
        ) : null}
      </Section>
      <Section title="Bring in many">
        <p className="mb-3 text-sm text-muted">
          Teams, domains, memberships and groups as YAML, or as CSV with the columns <code className="font-mono">team, name, domain, email, role</code>. What is there already is kept up to date; nobody is removed.
        </p>
        <ActionForm action={action} values={{ change: "import" }} button="Bring in" className="[&>div]:w-full">
          <Field id="file" label="File or text">
            <Textarea id="file" name="text" rows={10} className="font-mono text-xs" required placeholder={sample} spellCheck={false} />
          </Field>
          <Checkbox name="dry" value="1" defaultChecked label="Only say what would change" />
        </ActionForm>
      </Section>
    </div>
  );
}

const sample = "domains:\n  - { slug: sales, name: Sales }\nteams:\n  - slug: checkout\n    name: Checkout\n    domain: sales\n    maintainers: [ada@example.org]\n    members: [grace@example.org]\n    groups: [eng-checkout]";

function NameFields({ prefix, domains }: { prefix: string; domains?: Named[] }) {
  return (
    <div className="flex w-full flex-wrap items-start gap-3">
      <FormField id={`${prefix}-name`} label="Name" name="name" className="min-w-48 flex-1">
        <Input id={`${prefix}-name`} name="name" required maxLength={200} />
      </FormField>
      <FormField id={`${prefix}-slug`} label="Short name" name="slug" className="min-w-40">
        <Input id={`${prefix}-slug`} name="slug" required maxLength={100} pattern="[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?" title="Lower-case letters, digits and hyphens" className="font-mono" />
      </FormField>
      {domains ? (
        <FormField id={`${prefix}-domain`} label="Domain" name="domain">
          <Select id={`${prefix}-domain`} name="domain" defaultValue=""><option value="">none</option>{domains.map(({ slug, name }) => <option key={slug} value={slug}>{name}</option>)}</Select>
        </FormField>
      ) : null}
    </div>
  );
}

function Domains({ domains, action }: Pick<Props, "domains" | "action">) {
  return (
    <ul className="mb-4 text-sm">
      {domains.map((domain) => (
        <li key={domain.slug} className="border-b border-line">
          <details>
            <summary className="flex h-9 cursor-default items-center gap-3 hover:bg-hover">
              <span className="font-medium">{domain.name}</span>
              <code className="font-mono text-xs text-faint">{domain.slug}</code>
            </summary>
            <div className="flex flex-col gap-4 py-3">
              <ActionForm action={action} values={{ change: "update-domain", slug: domain.slug }} button="Save" className="[&>div]:w-full">
                <Field id={`name-${domain.slug}`} label="Name"><Input id={`name-${domain.slug}`} name="name" required maxLength={200} defaultValue={domain.name} /></Field>
                <Field id={`description-${domain.slug}`} label="Description"><Textarea id={`description-${domain.slug}`} name="description" maxLength={2000} defaultValue={domain.description ?? ""} /></Field>
              </ActionForm>
              <ActionForm action={action} values={{ change: "delete-domain", slug: domain.slug }} button="Remove the domain" variant="danger" size="sm" />
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

function Groups({ groups, action }: Pick<Props, "groups" | "action">) {
  if (groups.length === 0) return null;
  return (
    <Table caption="Groups and the teams they lead to" className="mb-4 table-fixed">
      <TableHead sticky={false}>
        <tr><TableHeader>Group</TableHeader><TableHeader className="w-40">Team</TableHeader><TableHeader className="w-28 max-sm:hidden">Role</TableHeader><TableHeader className="w-24"><span className="sr-only">End it</span></TableHeader></tr>
      </TableHead>
      <tbody>
        {groups.map(({ group, team, role }) => (
          <TableRow key={`${group} ${team.slug}`}>
            <TableCell className="truncate font-mono">{group}</TableCell>
            <TableCell className="truncate"><Link look="quiet" href={`/teams/${encodeURIComponent(team.slug)}`}>{team.name}</Link></TableCell>
            <TableCell className="text-muted max-sm:hidden">{role}</TableCell>
            <TableCell className="text-right"><ActionForm action={action} values={{ change: "remove-group", group, team: team.slug }} size="sm" variant="danger" button="End" buttonLabel={`End that ${group} leads to ${team.name}`} inRow /></TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

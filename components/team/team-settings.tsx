import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Field, Input, Select, Textarea } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";

type Props = {
  team: { slug: string; name: string; description: string | null; contact: string | null; domain: { slug: string } | null };
  domains: { slug: string; name: string }[];
  groups: { groupName: string; role: string }[];
  may: { delete: boolean };
  action: FormAction;
};

/** What a team says of itself, and its end. */
export function TeamSettings({ team, domains, groups, may, action }: Props) {
  const href = `/teams/${encodeURIComponent(team.slug)}`;
  return (
    <Page>
      <PageHeader title={`Settings of ${team.name}`} lead={<Link href={href} look="text">Back to the team</Link>} />
      <ActionForm action={action} values={{ change: "update", slug: team.slug }} button="Save" variant="primary" className="max-w-xl [&>div]:w-full">
        <>
          <FormField id="name" label="Name" name="name">
            <Input id="name" name="name" required maxLength={200} defaultValue={team.name} />
          </FormField>
          <FormField id="description" label="Description" hint="What the team does, in Markdown." name="description">
            <Textarea id="description" name="description" maxLength={2000} defaultValue={team.description ?? ""} aria-describedby="description-note" />
          </FormField>
          <FormField id="contact" label="Contact" hint="Where to reach the team: a channel, an address." name="contact">
            <Input id="contact" name="contact" maxLength={500} defaultValue={team.contact ?? ""} aria-describedby="contact-note" />
          </FormField>
          <FormField id="domain" label="Domain" hint="What the team owns follows it there." name="domain">
            <Select id="domain" name="domain" defaultValue={team.domain?.slug ?? ""} aria-describedby="domain-note">
              <option value="">none</option>
              {domains.map(({ slug, name }) => <option key={slug} value={slug}>{name}</option>)}
            </Select>
          </FormField>
        </>
      </ActionForm>
      {groups.length > 0 ? (
        <Section title="Groups that lead here" className="max-w-xl">
          <p className="mb-2 text-sm text-muted">Whoever the company&apos;s sign-in says is in one of these groups belongs to this team.</p>
          <ul className="text-sm">
            {groups.map(({ groupName, role }) => <li key={groupName} className="flex h-8 items-center justify-between border-b border-line"><code className="font-mono">{groupName}</code><span className="text-muted">{role}</span></li>)}
          </ul>
        </Section>
      ) : null}
      {may.delete ? (
        <Section title="Remove the team" className="max-w-xl">
          <p className="mb-3 text-sm text-muted">Only a team that owns nothing can be removed: transfer what it owns first.</p>
          <ActionForm action={action} values={{ change: "delete", slug: team.slug }} button="Remove the team" variant="danger" className="[&>div]:w-full">
            <Field id="confirmation" label={`Write ${team.slug} to confirm`}>
              <Input id="confirmation" name="confirmation" required autoComplete="off" className="font-mono" />
            </Field>
          </ActionForm>
        </Section>
      ) : null}
    </Page>
  );
}

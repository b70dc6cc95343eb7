"use client";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Field, Input, Select } from "../ui/field.tsx";

const github = "https://token.actions.githubusercontent.com";

/** Names a repository whose pipelines publish, and for whom. */
export function TrustForm({ teams, origin, action }: { teams: { slug: string; name: string }[]; origin: string; action: FormAction }) {
  return (
    <ActionForm action={action} button="Trust it" variant="primary" className="max-w-xl [&>div]:w-full">
      {(fields) => (
        <>
          <Text name="issuer" label="Issuer" hint="GitHub's is filled in; of GitLab it is its own address, such as https://gitlab.com." value={github} error={fields["issuer"]} required />
          <Text name="audience" label="Audience" hint="What the pipeline asks its token for; the command line asks for this server's address." value={origin} error={fields["audience"]} required />
          <Text name="repository" label="Repository" hint="acme/orders, or acme/* for all of an owner." error={fields["repository"]} required />
          <Text name="ref" label="Ref" hint="refs/heads/main, or refs/tags/* for tags; empty for any, pull requests too." value="refs/heads/main" error={fields["ref"]} />
          <Field id="team" label="Publishes for" error={fields["team"]}>
            <Select id="team" name="team" required defaultValue="">
              <option value="" disabled>a team</option>
              {teams.map(({ slug, name }) => <option key={slug} value={slug}>{name}</option>)}
            </Select>
          </Field>
          <Text name="interface" label="Only this interface" hint="Its slug; empty for all that the team owns." error={fields["interface"]} />
        </>
      )}
    </ActionForm>
  );
}

function Text({ name, label, hint, value = "", error, required = false }: { name: string; label: string; hint: string; value?: string; error: string | undefined; required?: boolean }) {
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      <Input id={name} name={name} defaultValue={value} required={required} maxLength={300} className="font-mono" aria-describedby={`${name}-note`} aria-invalid={error ? true : undefined} />
    </Field>
  );
}

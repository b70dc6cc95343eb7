import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Facts } from "../ui/facts.tsx";
import { Input } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import { Link } from "../ui/link.tsx";
import { Section } from "../ui/page-header.tsx";

type Props = { profile: { name: string; email: string; role: string; hasPassword: boolean }; teams: { slug: string; name: string }[]; passwordCharactersMin: number; action: FormAction };

/** How one is called, and with what one signs in. */
export function ProfileForm({ profile, teams, passwordCharactersMin, action }: Props) {
  return (
    <div className="max-w-xl">
      <Facts
        facts={[
          { label: "E-mail", value: profile.email },
          { label: "Role", value: profile.role === "admin" ? "administrator" : "member" },
          { label: "Teams", value: teams.length > 0 ? teams.map((team, index) => <span key={team.slug}>{index > 0 ? ", " : ""}<Link href={`/teams/${encodeURIComponent(team.slug)}`}>{team.name}</Link></span>) : "none: a maintainer of a team adds you" },
        ]}
      />
      <Section title="Name" className="mt-8">
        <ActionForm action={action} values={{ change: "name" }} button="Save" className="[&>div]:w-full">
          <FormField id="name" label="How you are called" name="name">
            <Input id="name" name="name" autoComplete="name" required maxLength={100} defaultValue={profile.name} />
          </FormField>
        </ActionForm>
      </Section>
      {profile.hasPassword ? (
        <Section title="Password">
          <ActionForm action={action} values={{ change: "password" }} button="Change password" className="[&>div]:w-full">
            <>
              <FormField id="current" label="Present password" name="current">
                <Input id="current" name="current" type="password" autoComplete="current-password" required />
              </FormField>
              <FormField id="password" label="New password" hint={`At least ${passwordCharactersMin} characters. Every other session ends.`} name="password">
                <Input id="password" name="password" type="password" autoComplete="new-password" required aria-describedby="password-note" />
              </FormField>
            </>
          </ActionForm>
        </Section>
      ) : (
        <p className="mt-8 text-sm text-muted">You sign in with your company&apos;s account; there is no password here.</p>
      )}
    </div>
  );
}

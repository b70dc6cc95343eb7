import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Facts } from "../ui/facts.tsx";
import { Field, Input } from "../ui/field.tsx";
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
        <ActionForm action={action} values={{ change: "name" }} button="Keep" className="[&>div]:w-full">
          {(fields) => (
            <Field id="name" label="How you are called" error={fields["name"]}>
              <Input id="name" name="name" autoComplete="name" required maxLength={100} defaultValue={profile.name} />
            </Field>
          )}
        </ActionForm>
      </Section>
      {profile.hasPassword ? (
        <Section title="Password">
          <ActionForm action={action} values={{ change: "password" }} button="Change password" className="[&>div]:w-full">
            {(fields) => (
              <>
                <Field id="current" label="Present password" error={fields["current"]}>
                  <Input id="current" name="current" type="password" autoComplete="current-password" required />
                </Field>
                <Field id="password" label="New password" hint={`At least ${passwordCharactersMin} characters. Every other session ends.`} error={fields["password"]}>
                  <Input id="password" name="password" type="password" autoComplete="new-password" required aria-describedby="password-note" />
                </Field>
              </>
            )}
          </ActionForm>
        </Section>
      ) : (
        <p className="mt-8 text-sm text-muted">You sign in with your company&apos;s account; there is no password here.</p>
      )}
    </div>
  );
}

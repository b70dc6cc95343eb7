import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Checkbox, Input } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import { Facts } from "../ui/facts.tsx";
import { Section } from "../ui/page-header.tsx";
import type { InstallationSettings } from "#lib/auth/settings.ts";

type Props = {
  settings: InstallationSettings;
  /** What the environment decides; shown, not changed. */
  environment: { anonymousRead: boolean | "public"; strict: boolean; company: string | null; publicUrl: string | null; mail: boolean; uploadMb: number };
  action: FormAction;
};

const modes = [
  { value: "closed", label: "Nobody new", hint: "Only those who have an account." },
  { value: "invitation", label: "Whoever is invited", hint: "By a link, or by coming from the company's sign-in." },
  { value: "domain", label: "Also whoever has an address of these mail domains", hint: "A link goes to that address; without a mail server an administrator hands it over." },
] as const;

/** What the installation decides here, and what its environment decides. */
export function SettingsForm({ settings, environment, action }: Props) {
  return (
    <div className="max-w-2xl">
      <ActionForm action={action} button="Save" variant="primary" className="gap-6 [&>div]:w-full">
        <>
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-1 text-sm font-semibold">Who gets an account</legend>
            {modes.map(({ value, label, hint }) => (
              <label key={value} className="flex items-start gap-2 text-sm">
                <input type="radio" name="signUp" value={value} defaultChecked={settings.signUp === value} className="mt-0.5 size-4 shrink-0 accent-accent-solid" />
                <span>{label}<span className="block text-xs text-faint">{hint}</span></span>
              </label>
            ))}
          </fieldset>
          <FormField id="mailDomains" label="Mail domains" hint="Separated by spaces or commas, such as example.org." name="mailDomains">
            <Input id="mailDomains" name="mailDomains" defaultValue={settings.mailDomains.join(", ")} className="font-mono" aria-describedby="mailDomains-note" />
          </FormField>
          <FormField id="ownerConfirmationDays" label="Days until an owner is asked again" hint="An owner who said nothing for so long is asked whether it still is. Publishing is no word about that." name="ownerConfirmationDays" className="max-w-xs">
            <Input id="ownerConfirmationDays" name="ownerConfirmationDays" type="number" min={7} max={3650} required defaultValue={settings.ownerConfirmationDays} aria-describedby="ownerConfirmationDays-note" />
          </FormField>
          <Checkbox name="strict" value="1" defaultChecked={settings.strict || environment.strict} disabled={environment.strict} label={`Reject documents that break their specification${environment.strict ? " (set by INTERMESH_STRICT)" : ""}`} />
        </>
      </ActionForm>
      <Section title="Decided by the environment" className="mt-10">
        <Facts
          facts={[
            { label: "Reading without signing in", value: environment.anonymousRead === "public" ? "only what is public (ANONYMOUS_READ)" : environment.anonymousRead ? "on: what is public or internal (ANONYMOUS_READ)" : "off (ANONYMOUS_READ)" },
            { label: "Company sign-in", value: environment.company ? `${environment.company} (OIDC_ISSUER)` : "none (OIDC_ISSUER)" },
            { label: "Address", value: environment.publicUrl ?? "taken from each request (PUBLIC_URL)" },
            { label: "E-mail", value: environment.mail ? "sent (SMTP_URL)" : "not sent: links are handed over (SMTP_URL)" },
            { label: "Largest upload", value: `${environment.uploadMb} MB (INTERMESH_UPLOAD_MB)` },
          ]}
        />
      </Section>
    </div>
  );
}

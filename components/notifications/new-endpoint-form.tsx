"use client";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Field, Input, Select } from "../ui/field.tsx";

/** Adds an address that is told by HTTP. */
export function NewEndpointForm({ action, teams }: { action: FormAction; teams: { slug: string; name: string }[] }) {
  return (
    <ActionForm action={action} values={{ change: "add" }} button="Add address" className="w-full">
      {(fields) => (
        <div className="grid w-full gap-4 sm:grid-cols-2">
          <Field id="endpoint-kind" label="Kind" hint="Webhooks are signed in the manner of Standard Webhooks.">
            <Select id="endpoint-kind" name="kind" aria-describedby="endpoint-kind-note">
              <option value="webhook">Webhook (JSON)</option>
              <option value="slack">Slack</option>
              <option value="teams">Microsoft Teams</option>
            </Select>
          </Field>
          <Field id="endpoint-team" label="For whom">
            <Select id="endpoint-team" name="team">
              <option value="">Me</option>
              {teams.map(({ slug, name }) => <option key={slug} value={slug}>{name}</option>)}
            </Select>
          </Field>
          <Field id="endpoint-name" label="Name" error={fields["name"]}>
            <Input id="endpoint-name" name="name" required maxLength={100} placeholder="#payments-alerts" aria-invalid={fields["name"] ? true : undefined} />
          </Field>
          <Field id="endpoint-url" label="Address" error={fields["url"]} hint="https; addresses inside this network need an administrator's leave.">
            <Input id="endpoint-url" name="url" type="url" required placeholder="https://hooks.example.com/…" aria-describedby="endpoint-url-note" aria-invalid={fields["url"] ? true : undefined} />
          </Field>
        </div>
      )}
    </ActionForm>
  );
}

import { Field, Input, Select } from "#components/ui/field.tsx";
import type { PublishChoices } from "./publish-panel.tsx";
import type { UploadOptions } from "./send-upload.ts";

/** Owner, service, line and visibility. Owner and visibility belong to a new interface; an old one keeps its own. */
export function PublishOptionsForm({ choices, options, onOptions, isNew }: { choices: PublishChoices; options: UploadOptions; onOptions: (options: UploadOptions) => void; isNew: boolean }) {
  const set = (name: keyof UploadOptions) => (event: { target: { value: string } }) => onOptions({ ...options, [name]: event.target.value });
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-1">
      {isNew ? (
        <>
          <Field id="owner" label="Owner">
            <Select id="owner" value={options.owner} onChange={set("owner")}>
              <option value="">Nobody yet</option>
              {choices.teams.map((team) => (
                <option key={team.slug} value={team.slug}>
                  {team.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field id="visibility" label="Who may see it">
            <Select id="visibility" value={options.visibility} onChange={set("visibility")}>
              <option value="">Everyone in the company</option>
              <option value="public">Everyone, also without signing in</option>
              <option value="listed">Everyone signed in sees that it exists, the owner reads it</option>
              <option value="private">The owner alone</option>
            </Select>
          </Field>
        </>
      ) : null}
      <details className="sm:col-span-2 xl:col-span-1" open={options.service !== "" || options.line !== ""}>
        <summary className="text-sm text-muted hover:text-fg">Service and line</summary>
        <div className="mt-2 grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-1">
          <Field id="service" label="Service that offers it" hint="A short name in lower case. It is made if it does not exist.">
            <Input id="service" list="services" value={options.service} onChange={set("service")} placeholder="order-service" autoComplete="off" aria-describedby="service-note" />
          </Field>
          <datalist id="services">
            {choices.services.map((service) => (
              <option key={service.slug} value={service.slug}>
                {service.name}
              </option>
            ))}
          </datalist>
          <Field id="line" label="Line" hint="Only where major versions live side by side, for example v2.">
            <Input id="line" value={options.line} onChange={set("line")} placeholder="default" autoComplete="off" aria-describedby="line-note" />
          </Field>
        </div>
      </details>
    </div>
  );
}

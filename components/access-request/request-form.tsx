"use client";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Select, Textarea } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";

type Named = { slug: string; name: string };
type Props = { slug: string; teams: Named[]; services: { slug: string; title: string }[]; operations: string[]; readable: boolean; action: FormAction };

/** Asks for access: for which team and service, which operations, and what for. */
export function RequestForm({ slug, teams, services, operations, readable, action }: Props) {
  return (
    <ActionForm action={action} values={{ slug, ...(teams.length === 1 && teams[0] ? { team: teams[0].slug } : {}) }} button="Ask for access" variant="primary" className="max-w-xl [&>div]:w-full">
      {teams.length > 1 ? (
        <FormField id="request-team" name="team" label="For the team">
          <Select id="request-team" name="team" required className="w-full [&_select]:w-full">
            {teams.map((team) => <option key={team.slug} value={team.slug}>{team.name}</option>)}
          </Select>
        </FormField>
      ) : null}
      <FormField id="request-service" name="service" label="Service that is going to use it" {...(readable ? {} : { hint: "Leave it at “none yet” to read only." })}>
        <Select id="request-service" name="service" required={readable} defaultValue={readable ? (services[0]?.slug ?? "") : ""} className="w-full [&_select]:w-full">
          {readable ? null : <option value="">none yet: read only</option>}
          {services.map((service) => <option key={service.slug} value={service.slug}>{service.title}</option>)}
        </Select>
      </FormField>
      <FormField id="request-operations" name="operations" label="Operations" hint={readable ? "One on each line, as on their pages. Empty: not known yet." : "One on each line, as far as you know them."}>
        <Textarea id="request-operations" name="operations" className="min-h-16 font-mono" aria-describedby="request-operations-note" />
      </FormField>
      {operations.length > 0 ? (
        <details className="text-sm">
          <summary className="inline-flex min-h-6 items-center text-muted hover:text-fg hover:underline">What there is</summary>
          <ul className="mt-1 max-h-48 overflow-y-auto font-mono text-xs text-muted">{operations.map((operation) => <li key={operation}>{operation}</li>)}</ul>
        </details>
      ) : null}
      <FormField id="request-purpose" name="purpose" label="What for" hint="The owner decides by it: what you build, how much you call, by when.">
        <Textarea id="request-purpose" name="purpose" required minLength={3} maxLength={4000} aria-describedby="request-purpose-note" />
      </FormField>
    </ActionForm>
  );
}


"use client";
import { ownershipUrl } from "#lib/catalog/urls/ownership-url.ts";
import type { ServiceForm as Form } from "#lib/catalog/services/get-service-form.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Checkbox, Input, Select, Textarea } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import { Link } from "../ui/link.tsx";

const lifecycles = ["design", "alpha", "beta", "stable", "deprecated", "retired"];

/** A service by hand: what it is called, whose it is, and what it provides. */
export function ServiceForm({ form: { service, teams, ownTeam, domains, interfaces }, action }: { form: Form; action: FormAction }) {
  return (
    <ActionForm action={action} values={service ? { change: "update", slug: service.slug } : { change: "create" }} button={service ? "Save" : "Make the service"} variant="primary" className="max-w-xl [&>div]:w-full">
      {service ? null : (
        <FormField id="service-slug" name="service" label="Short name" hint="As manifests and pipelines will name it, such as order-service. It stays.">
          <Input id="service-slug" name="slug" required maxLength={100} autoComplete="off" spellCheck={false} className="font-mono" aria-describedby="service-slug-note" />
        </FormField>
      )}
      <FormField id="service-title" name="title" label="Name">
        <Input id="service-title" name="title" required={service !== null} maxLength={200} defaultValue={service?.title} />
      </FormField>
      <FormField id="service-description" name="description" label="Description" hint="What it does, in Markdown.">
        <Textarea id="service-description" name="description" maxLength={5000} defaultValue={service?.description ?? ""} aria-describedby="service-description-note" />
      </FormField>
      <div className="grid gap-3 sm:grid-cols-2">
        {service?.owner ? (
          <div className="text-sm">
            <p className="font-medium">Owner</p>
            <p className="mt-1.5">{teams.find(({ slug }) => slug === service.owner)?.name ?? service.owner} <Link look="quiet" href={ownershipUrl({ subject: "service", slug: service.slug })} className="ml-1 text-xs">Hand over</Link></p>
          </div>
        ) : (
          <Choice id="service-owner" name="owner" label="Owner" none="nobody yet" options={teams} value={service ? "" : (ownTeam ?? "")} />
        )}
        <Choice id="service-domain" name="domain" label="Domain" none={service?.domain ? null : "that of its owner"} options={domains} value={service?.domain ?? ""} />
        <FormField id="service-repository" name="repository" label="Repository">
          <Input id="service-repository" name="repository" maxLength={500} defaultValue={service?.repository ?? ""} placeholder="https://git.example.com/shop/orders" />
        </FormField>
        <Choice id="service-lifecycle" name="lifecycle" label="Lifecycle" none={null} options={lifecycles.map((word) => ({ slug: word, name: word }))} value={service?.lifecycle ?? "stable"} />
      </div>
      <Provides interfaces={interfaces} />
    </ActionForm>
  );
}

function Choice({ id, name, label, none, options, value }: { id: string; name: string; label: string; none: string | null; options: { slug: string; name: string }[]; value: string }) {
  return (
    <FormField id={id} name={name} label={label}>
      <Select id={id} name={name} defaultValue={value} className="w-full">
        {none === null ? null : <option value="">{none}</option>}
        {options.map((option) => <option key={option.slug} value={option.slug}>{option.name}</option>)}
      </Select>
    </FormField>
  );
}

function Provides({ interfaces }: { interfaces: Form["interfaces"] }) {
  if (interfaces.length === 0) return null;
  return (
    <fieldset className="w-full min-w-0">
      <legend className="pb-1 text-sm font-medium">Provides</legend>
      <ul className="max-h-64 divide-y divide-line overflow-y-auto rounded-md border border-line">
        {interfaces.map(({ slug, title, checked, fixed }) => (
          <li key={slug} className="flex min-h-8 items-center justify-between gap-3 px-2.5 py-1">
            <Checkbox name="provides" value={slug} label={<span className="min-w-0 [overflow-wrap:anywhere]">{title}</span>} defaultChecked={checked || fixed} disabled={fixed} className="min-w-0" />
            <span className={fixed ? "shrink-0 text-xs text-faint" : "min-w-0 truncate text-xs text-faint max-sm:hidden"}>{fixed ? "as published" : slug}</span>
          </li>
        ))}
      </ul>
      <p className="pt-1 text-xs text-faint">Interfaces of your teams, and those that nobody owns. What publishing or a manifest says stays.</p>
    </fieldset>
  );
}

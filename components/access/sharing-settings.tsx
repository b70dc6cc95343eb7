"use client";
import type { ReactNode } from "react";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { VisibilityBadge } from "../ui/badge.tsx";
import { Checkbox, Field, Input, Select, Textarea } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import type { Sharing } from "#lib/catalog/access/get-sharing.ts";

type Team = { slug: string; name: string };
type Props = { sharing: Sharing; teams: Team[]; owner: string | null; action: FormAction };

const visibilityWords = [
  ["public", "everyone who can reach this server, where visitors may read"],
  ["internal", "everyone who signs in"],
  ["listed", "everyone who signs in sees its name, owner and one line; its contents, who is granted access"],
  ["private", "the owning team and teams granted access; for others it does not exist"],
] as const;

/** Who sees an interface, and which of its parts are another's or narrower. */
export function SharingSettings({ sharing: { slug, visibility, approval, grants, parts }, teams, owner, action }: Props) {
  const others = teams.filter((team) => team.slug !== owner && !grants.some((grant) => grant.slug === team.slug));
  return (
    <div className="flex flex-col divide-y divide-line">
      <Part id="visibility" title="Who sees it" text="Holds everywhere: pages, search and its counts, the mesh, feeds and comparisons.">
        <ActionForm action={action} values={{ slug, change: "visibility" }} button="Change who sees it">
          <fieldset className="flex flex-col gap-2">
            <legend className="sr-only">Who sees it</legend>
            {visibilityWords.map(([value, words]) => (
              <label key={value} className="flex items-start gap-2 text-sm">
                <input type="radio" name="visibility" value={value} defaultChecked={value === visibility} className="mt-0.5 size-4 shrink-0 accent-accent-solid" />
                <span><span className="font-medium">{value}</span> <span className="text-muted">{words}</span></span>
              </label>
            ))}
          </fieldset>
        </ActionForm>
      </Part>
      <Part id="approval" title="Asking before use" text="Others ask your team before one of their services uses it. Approved, their use is on record.">
        <ActionForm action={action} values={{ slug, change: "approval" }} button="Save" className="[&>div]:w-full">
          <Checkbox name="required" value="yes" defaultChecked={approval.required} label="It is asked for before it is used" />
          <FormField id="access-note" name="note" label="What those you approve read" hint="How to get credentials, whom to ask. Not the credentials themselves: no secrets are kept here. Markdown.">
            <Textarea id="access-note" name="note" maxLength={4000} defaultValue={approval.note ?? ""} className="min-h-16" aria-describedby="access-note-note" />
          </FormField>
        </ActionForm>
      </Part>
      <Part id="grants" title="Teams granted access" text={visibility === "listed" || visibility === "private" ? "They read it as its owner does." : "They keep reading it should it become listed or private."}>
        {grants.length > 0 ? (
          <ul className="mb-3 divide-y divide-line">
            {grants.map((team) => (
              <li key={team.slug} className="flex items-center justify-between gap-3 py-1.5 text-sm">
                {team.name}
                <ActionForm action={action} values={{ slug, change: "end", team: team.slug }} size="sm" variant="ghost" button="End" buttonLabel={`End the access of ${team.name}`} />
              </li>
            ))}
          </ul>
        ) : null}
        {others.length > 0 ? (
          <ActionForm action={action} values={{ slug, change: "grant" }} button="Grant access">
            <Field id="granted-team" label="Team"><TeamSelect id="granted-team" name="team" teams={others} /></Field>
          </ActionForm>
        ) : <p className="text-sm text-faint">Every team has access already.</p>}
      </Part>
      <Part id="parts" title="Parts" text="A part can belong to another team, or be seen by fewer. It is left out of pages, search, comparisons and the document itself for everyone else.">
        {parts.length > 0 ? (
          <ul className="mb-3 divide-y divide-line">
            {parts.map((rule) => (
              <li key={rule.id} className="flex items-center justify-between gap-3 py-1.5 text-sm">
                <span className="flex min-w-0 flex-wrap items-center gap-x-2">
                  <span className="text-faint">{rule.part}</span> <code className="font-mono text-xs [overflow-wrap:anywhere]">{rule.pattern}</code>
                  {rule.visibility ? <VisibilityBadge visibility={rule.visibility} /> : null}
                  {rule.owner ? <span className="text-muted">{rule.owner.name}</span> : null}
                </span>
                <ActionForm action={action} values={{ slug, change: "unrule", id: rule.id }} size="sm" variant="ghost" button="Remove" buttonLabel={`Remove the rule for ${rule.part} ${rule.pattern}`} />
              </li>
            ))}
          </ul>
        ) : null}
        <ActionForm action={action} values={{ slug, change: "rule" }} button="Add rule">
          <div className="grid w-full grid-cols-1 gap-3 sm:grid-cols-2">
            <Field id="part" label="Part">
              <Select id="part" name="part" defaultValue="path" className="w-full">
                <option value="path">paths that begin with</option>
                <option value="tag">operations with the tag</option>
                <option value="operation">the operation</option>
                <option value="message">the message</option>
                <option value="property">properties called</option>
              </Select>
            </Field>
            <FormField id="pattern" label="Which" name="pattern"><Input id="pattern" name="pattern" required maxLength={500} placeholder="/admin" className="font-mono" /></FormField>
            <FormField id="part-visibility" label="Seen by" name="visibility">
              <Select id="part-visibility" name="visibility" defaultValue="private" className="w-full">
                <option value="">whoever sees the interface</option>
                <option value="internal">who signs in</option>
                <option value="private">the owning team, and its own</option>
              </Select>
            </FormField>
            <FormField id="part-owner" label="Its team" name="owner"><TeamSelect id="part-owner" name="owner" teams={teams} none="the interface's" /></FormField>
          </div>
        </ActionForm>
      </Part>
    </div>
  );
}

function Part({ id, title, text, children }: { id: string; title: string; text: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`sharing-${id}`} className="py-6">
      <h2 id={`sharing-${id}`} className="text-sm font-semibold">{title}</h2>
      <p className="mt-1 mb-3 text-sm text-muted">{text}</p>
      {children}
    </section>
  );
}

function TeamSelect({ id, name, teams, none }: { id: string; name: string; teams: Team[]; none?: string }) {
  return (
    <Select id={id} name={name} required={none === undefined} defaultValue="" className="w-full">
      <option value="" disabled={none === undefined}>{none ?? "a team"}</option>
      {teams.map((team) => <option key={team.slug} value={team.slug}>{team.name}</option>)}
    </Select>
  );
}

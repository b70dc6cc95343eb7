"use client";
import type { ChannelChoice, EventKind, Frequency } from "#db/schema/notify/words.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Checkbox, Field, Select } from "../ui/field.tsx";
import { eventWords } from "./event-words.ts";

export type FollowTarget = { subject: string; slug: string; key: string | null };
export type FollowWishes = { events: readonly EventKind[]; channels: readonly ChannelChoice[]; frequency: Frequency };
type Props = { action: FormAction; target: FollowTarget; wishes: FollowWishes; teams: { slug: string; name: string }[]; endpoints: { id: number; name: string; team: string | null }[]; mail: boolean; following: boolean };

/** What to hear of, where and how often. */
export function FollowForm({ action, target, wishes, teams, endpoints, mail, following }: Props) {
  const has = (choice: ChannelChoice) => wishes.channels.some((channel) => channel.kind === choice.kind && (channel.kind !== "endpoint" || (choice.kind === "endpoint" && channel.endpointId === choice.endpointId)));
  return (
    <ActionForm action={action} values={{ subject: target.subject, slug: target.slug, ...(target.key === null ? {} : { key: target.key }) }} button={following ? "Keep" : "Follow"} variant="primary" className="max-w-xl gap-6">
      {(fields) => (
        <>
          <fieldset className="flex w-full flex-col gap-2.5">
            <legend className="mb-2 text-sm font-semibold">What to hear of</legend>
            {eventWords.map(({ event, label, hint }) => (
              <div key={event}>
                <Checkbox name="events" value={event} label={label} defaultChecked={wishes.events.includes(event)} aria-describedby={`about-${event}`} />
                <p id={`about-${event}`} className="pl-6 text-xs text-faint">{hint}</p>
              </div>
            ))}
            {fields["events"] ? <p role="alert" className="text-xs text-red">{fields["events"]}</p> : null}
          </fieldset>
          <fieldset className="flex w-full flex-col gap-2.5">
            <legend className="mb-2 text-sm font-semibold">Where</legend>
            <Checkbox name="channels" value="inbox" label="Inbox" defaultChecked={has({ kind: "inbox" })} />
            <Checkbox name="channels" value="email" label={mail ? "E-mail" : "E-mail (this installation has no mail server yet)"} defaultChecked={has({ kind: "email" })} />
            {endpoints.map(({ id, name, team }) => (
              <Checkbox key={id} name="channels" value={`endpoint ${id}`} label={team ? `${name} (${team})` : name} defaultChecked={has({ kind: "endpoint", endpointId: id })} />
            ))}
            {fields["channels"] ? <p role="alert" className="text-xs text-red">{fields["channels"]}</p> : null}
          </fieldset>
          <div className="grid w-full gap-4 sm:grid-cols-2">
            <Field id="frequency" label="How often">
              <Select id="frequency" name="frequency" defaultValue={wishes.frequency}>
                <option value="at-once">At once</option>
                <option value="daily">Once a day, 7:00 UTC</option>
                <option value="weekly">Mondays, 7:00 UTC</option>
              </Select>
            </Field>
            {teams.length > 0 && !following ? (
              <Field id="team" label="For whom" hint="A team's members are all told.">
                <Select id="team" name="team" defaultValue="">
                  <option value="">Me</option>
                  {teams.map(({ slug, name }) => <option key={slug} value={slug}>{name}</option>)}
                </Select>
              </Field>
            ) : null}
          </div>
        </>
      )}
    </ActionForm>
  );
}

"use client";
import type { ChannelChoice, EventKind, Frequency } from "#db/schema/notify/words.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Checkbox } from "../ui/field.tsx";
import { eventWords } from "./event-words.ts";
import { WhereFields } from "./where-fields.tsx";

export type FollowTarget = { subject: string; slug?: string | undefined; key?: string | undefined; team?: string | undefined };
export type FollowWishes = { events: readonly EventKind[]; channels: readonly ChannelChoice[]; frequency: Frequency };
type Props = { action: FormAction; target: FollowTarget; wishes: FollowWishes; endpoints: { id: number; name: string }[]; mail: boolean; following: boolean };

/** What to hear of, where and how often. */
export function FollowForm({ action, target, wishes, endpoints, mail, following }: Props) {
  const values = Object.fromEntries(Object.entries(target).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return (
    <ActionForm action={action} values={values} button={following ? "Save" : "Follow"} variant="primary" className="max-w-2xl gap-6">
      {(fields) => (
        <>
          <fieldset className="w-full">
            <legend className="mb-2 text-sm font-semibold">What to hear of</legend>
            <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
              {eventWords.map(({ event, label, hint }) => (
                <div key={event}>
                  <Checkbox name="events" value={event} label={label} defaultChecked={wishes.events.includes(event)} aria-describedby={`about-${event}`} />
                  <p id={`about-${event}`} className="pl-6 text-xs text-faint">{hint}</p>
                </div>
              ))}
            </div>
            {fields["events"] ? <p role="alert" className="mt-2 text-xs text-red">{fields["events"]}</p> : null}
          </fieldset>
          <WhereFields wishes={wishes} endpoints={endpoints} mail={mail} fault={fields["channels"]} />
        </>
      )}
    </ActionForm>
  );
}

"use client";
import { Checkbox, Field, Select } from "../ui/field.tsx";
import type { FollowWishes } from "./follow-form.tsx";

type Props = { wishes: Pick<FollowWishes, "channels" | "frequency">; endpoints: { id: number; name: string }[]; mail: boolean; fault?: string | undefined };

/** Where one is told, and how often. */
export function WhereFields({ wishes, endpoints, mail, fault }: Props) {
  const has = (kind: "inbox" | "email") => wishes.channels.some((channel) => channel.kind === kind);
  const hasEndpoint = (id: number) => wishes.channels.some((channel) => channel.kind === "endpoint" && channel.endpointId === id);
  return (
    <div className="grid w-full gap-x-6 gap-y-6 sm:grid-cols-2">
      <fieldset className="flex flex-col items-start gap-2.5">
        <legend className="mb-2 text-sm font-semibold">Where</legend>
        <Checkbox name="channels" value="inbox" label="Inbox" defaultChecked={has("inbox")} />
        <Checkbox name="channels" value="email" label={mail ? "E-mail" : "E-mail (no mail server is set up yet)"} defaultChecked={has("email")} />
        {endpoints.map(({ id, name }) => <Checkbox key={id} name="channels" value={`endpoint ${id}`} label={name} defaultChecked={hasEndpoint(id)} />)}
        <p className="text-xs text-faint">A webhook, Slack or Teams: <a href="/settings/notifications" className="underline">add its address</a> first, then choose it here.</p>
        {fault ? <p role="alert" className="text-xs text-red">{fault}</p> : null}
      </fieldset>
      <Field id="frequency" label="How often" hint="The inbox is told at once in any case." className="self-start">
        <Select id="frequency" name="frequency" defaultValue={wishes.frequency} aria-describedby="frequency-note">
          <option value="at-once">At once</option>
          <option value="daily">Once a day, 7:00 UTC</option>
          <option value="weekly">Mondays, 7:00 UTC</option>
        </Select>
      </Field>
    </div>
  );
}

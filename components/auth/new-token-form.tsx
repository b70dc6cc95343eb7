"use client";
import { useActionState } from "react";
import { Button } from "../ui/button.tsx";
import { Checkbox, Field, Input, Select } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ShownOnce } from "./shown-once.tsx";

export type NewTokenState = { name: string; interface: string; secret: string | null; message: string | null; fields: Record<string, string> };

const idle: NewTokenState = { name: "", interface: "", secret: null, message: null, fields: {} };

/** Makes a token and shows its secret once. `teams` are those one may speak for. */
export function NewTokenForm({ action, teams, administrator }: { action: (state: NewTokenState, form: FormData) => Promise<NewTokenState>; teams: { id: number; name: string }[]; administrator: boolean }) {
  const [state, submit, pending] = useActionState(action, idle);
  return (
    <form action={submit} className="flex max-w-xl flex-col gap-4">
      {state.secret ? <ShownOnce secret={state.secret} /> : null}
      {state.message ? <Notice level="error">{state.message}</Notice> : null}
      <Field id="name" label="Name" hint="What it is for, such as the pipeline that uses it." error={state.fields["name"]}>
        <Input id="name" name="name" required maxLength={100} defaultValue={state.name} key={`${state.name} ${state.secret ?? ""}`} aria-describedby="name-note" aria-invalid={state.fields["name"] ? true : undefined} />
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">It may</legend>
        <Checkbox name="scopes" value="read" defaultChecked label="read what I see" />
        <Checkbox name="scopes" value="publish" label="publish (by itself it reads only what it may publish to)" />
        {administrator ? <Checkbox name="scopes" value="admin" label="do everything (administrator)" /> : null}
        {state.fields["scopes"] ? <p role="alert" className="text-xs text-red">{state.fields["scopes"]}</p> : null}
      </fieldset>
      <div className="flex flex-wrap gap-4">
        <Field id="team" label="Speaks for">
          <Select id="team" name="team" defaultValue="">
            <option value="">me and my teams</option>
            {teams.map((team) => <option key={team.id} value={team.id}>{team.name}</option>)}
          </Select>
        </Field>
        <Field id="days" label="Ends after">
          <Select id="days" name="days" defaultValue="90">
            <option value="7">a week</option>
            <option value="90">90 days</option>
            <option value="365">a year</option>
            <option value="">never</option>
          </Select>
        </Field>
      </div>
      <Field id="interface" label="Publishes to this interface only" hint="Its slug, such as orders-api; empty for all that the team owns." error={state.fields["interface"]}>
        <Input id="interface" name="interface" maxLength={100} defaultValue={state.interface} key={state.interface} aria-describedby="interface-note" aria-invalid={state.fields["interface"] ? true : undefined} className="font-mono" />
      </Field>
      <Button type="submit" variant="primary" disabled={pending} className="self-start">Make token</Button>
    </form>
  );
}

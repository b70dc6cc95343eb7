"use client";
import { useActionState } from "react";
import { ShownOnce } from "../auth/shown-once.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

export type ConnectState = { name: string; secret: string | null; message: string | null };

const idle: ConnectState = { name: "", secret: null, message: null };

/** Makes the token that a directory sends. */
export function ConnectDirectory({ action }: { action: (state: ConnectState, form: FormData) => Promise<ConnectState> }) {
  const [state, submit, pending] = useActionState(action, idle);
  return (
    <form action={submit} className="flex max-w-xl flex-col gap-4">
      {state.secret ? <ShownOnce secret={state.secret} /> : null}
      {state.message ? <Notice level="error">{state.message}</Notice> : null}
      <div className="flex flex-wrap items-start gap-4 [&>div:first-child]:grow">
        <Field id="name" label="Name" hint="The directory it is for; the audit log shows it.">
          <Input id="name" name="name" required maxLength={100} placeholder="Okta" defaultValue={state.name} key={`${state.name} ${state.secret ?? ""}`} aria-describedby="name-note" />
        </Field>
        <Field id="days" label="Ends after">
          <Select id="days" name="days" defaultValue="365">
            <option value="90">90 days</option>
            <option value="365">a year</option>
            <option value="">never</option>
          </Select>
        </Field>
      </div>
      <Button type="submit" variant="primary" disabled={pending} className="self-start">Make token</Button>
    </form>
  );
}

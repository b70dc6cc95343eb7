"use client";
import { useActionState } from "react";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import type { SetupState } from "./setup-form.tsx";

type Props = { action: (state: SetupState, form: FormData) => Promise<SetupState>; token: string; email: string; forKnownPerson: boolean; passwordCharactersMin: number };

/** Name and password of whom a link lets in; someone who is known chooses a password only. */
export function InvitationForm({ action, token, email, forKnownPerson, passwordCharactersMin }: Props) {
  const [state, submit, pending] = useActionState(action, { name: "", email, message: null, fields: {} });
  const { name, password } = state.fields;
  return (
    <form action={submit} noValidate className="flex w-full max-w-sm flex-col gap-4">
      {state.message ? <Notice level="error">{state.message}</Notice> : null}
      <input type="hidden" name="token" value={token} />
      <Field id="email" label="E-mail" hint={forKnownPerson ? undefined : "The address that was invited."}>
        <Input id="email" name="email" type="email" autoComplete="username" readOnly value={email} title={email} className="bg-sunken" aria-describedby={forKnownPerson ? undefined : "email-note"} />
      </Field>
      {forKnownPerson ? null : (
        <Field id="name" label="Name" error={name}>
          <Input id="name" name="name" autoComplete="name" required defaultValue={state.name} key={state.name} aria-invalid={name ? true : undefined} aria-describedby={name ? "name-note" : undefined} />
        </Field>
      )}
      <Field id="password" label="Password" hint={`At least ${passwordCharactersMin} characters.`} error={password}>
        <Input id="password" name="password" type="password" autoComplete="new-password" required aria-describedby="password-note" aria-invalid={password ? true : undefined} />
      </Field>
      <Button type="submit" variant="primary" disabled={pending}>
        {forKnownPerson ? "Set password" : "Create account"}
      </Button>
    </form>
  );
}

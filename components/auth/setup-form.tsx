"use client";
import { useActionState } from "react";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

export type SetupState = { name: string; email: string; message: string | null; fields: Record<string, string> };

/** The first administrator's name, e-mail and password. */
export function SetupForm({ action, token, passwordCharactersMin }: { action: (state: SetupState, form: FormData) => Promise<SetupState>; token: string; passwordCharactersMin: number }) {
  const [state, submit, pending] = useActionState(action, { name: "", email: "", message: null, fields: {} });
  const { name, email, password } = state.fields;
  return (
    <form action={submit} noValidate className="flex w-full max-w-sm flex-col gap-4">
      {state.message ? <Notice level="error">{state.message}</Notice> : null}
      <input type="hidden" name="token" value={token} />
      <Field id="name" label="Name" error={name}>
        <Input id="name" name="name" autoComplete="name" required defaultValue={state.name} key={`name ${state.name}`} {...invalid("name", name)} />
      </Field>
      <Field id="email" label="E-mail" error={email}>
        <Input id="email" name="email" type="email" autoComplete="username" required defaultValue={state.email} key={`email ${state.email}`} {...invalid("email", email)} />
      </Field>
      <Field id="password" label="Password" hint={`At least ${passwordCharactersMin} characters.`} error={password}>
        <Input id="password" name="password" type="password" autoComplete="new-password" required aria-describedby="password-note" aria-invalid={password ? true : undefined} />
      </Field>
      <Button type="submit" variant="primary" disabled={pending}>
        Create administrator
      </Button>
    </form>
  );
}

function invalid(id: string, error: string | undefined) {
  return error ? { "aria-invalid": true, "aria-describedby": `${id}-note` } : {};
}

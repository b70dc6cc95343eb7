"use client";
import { useActionState } from "react";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

export type SignInState = { email: string; message: string | null };

/** E-mail and password. Works before any script runs; what was typed stays, but for the password. */
export function SignInForm({ action, next }: { action: (state: SignInState, form: FormData) => Promise<SignInState>; next: string }) {
  const [state, submit, pending] = useActionState(action, { email: "", message: null });
  return (
    <form action={submit} className="flex w-full max-w-sm flex-col gap-4">
      {state.message ? <Notice level="error">{state.message}</Notice> : null}
      <input type="hidden" name="next" value={next} />
      <Field id="email" label="E-mail">
        <Input id="email" name="email" type="email" autoComplete="username" required defaultValue={state.email} key={state.email} />
      </Field>
      <Field id="password" label="Password">
        <Input id="password" name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" disabled={pending}>
        Sign in
      </Button>
    </form>
  );
}

"use client";
import { useActionState } from "react";
import { Button } from "../ui/button.tsx";
import { Field, Textarea } from "../ui/field.tsx";

export type DecideAnswer = { message: string } | null;
export type DecideAction = (before: DecideAnswer, form: FormData) => Promise<DecideAnswer>;

const words = {
  reason: { label: "Why was it published?", button: "Put the reason on record", hint: "Consumers read it next to what broke." },
  approval: { label: "Why is it fine?", button: "Approve", hint: "It stays on record with your name." },
} as const;

/** Gives the reason for a breaking version afterwards, or approves of it. */
export function DecisionForm({ action, kind, slug, line, version }: { action: DecideAction; kind: "reason" | "approval"; slug: string; line: string; version: number }) {
  const [answer, submit, busy] = useActionState(action, null);
  const { label, button, hint } = words[kind];
  const id = `${kind}-words`;
  return (
    <form action={submit} className="mt-3 flex max-w-xl flex-col items-start gap-2">
      {Object.entries({ kind, slug, line, version }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field id={id} label={label} hint={hint} {...(answer ? { error: answer.message } : {})} className="w-full">
        <Textarea id={id} name="words" required minLength={3} maxLength={2_000} aria-describedby={`${id}-note`} aria-invalid={answer ? true : undefined} />
      </Field>
      <Button type="submit" size="sm" variant="primary" disabled={busy}>
        {button}
      </Button>
    </form>
  );
}

"use client";
import { useActionState } from "react";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";

export type AnswerState = { message: string } | null;
export type ProposalAction = (before: AnswerState, form: FormData) => Promise<AnswerState>;

/** Says for one consumer that it knows of the change, or what speaks against it. */
export function AnswerForm({ action, id, consumer, kind, title }: { action: ProposalAction; id: number; consumer: string; kind: string; title: string }) {
  const [state, submit, busy] = useActionState(action, null);
  const field = `answer-${kind}-${consumer}`;
  return (
    <form action={submit} className="mt-2 flex flex-col gap-2">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="consumer" value={consumer} />
      <input type="hidden" name="kind" value={kind} />
      <Field id={field} label={`Answer for ${title}`} hint="Words are needed to object." {...(state ? { error: state.message } : {})}>
        <Input id={field} name="words" maxLength={2_000} aria-describedby={`${field}-note`} aria-invalid={state ? true : undefined} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" name="answer" value="acknowledged" disabled={busy}>
          We know
        </Button>
        <Button type="submit" size="sm" variant="danger" name="answer" value="objected" disabled={busy}>
          Object
        </Button>
      </div>
    </form>
  );
}

/** Ends a proposal that will not ship. */
export function WithdrawForm({ action, id }: { action: ProposalAction; id: number }) {
  const [state, submit, busy] = useActionState(action, null);
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <Button type="submit" size="sm" variant="danger" disabled={busy}>
        Withdraw
      </Button>
      {state ? (
        <p role="alert" className="text-xs text-red">
          {state.message}
        </p>
      ) : null}
    </form>
  );
}

"use client";
import { useActionState } from "react";
import type { FormAction } from "../ui/action-form.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";

/** Says for one consumer that it knows of the change, or what speaks against it. */
export function AnswerForm({ action, id, consumer, kind, title }: { action: FormAction; id: number; consumer: string; kind: string; title: string }) {
  const [state, submit, busy] = useActionState(action, null);
  const field = `answer-${kind}-${consumer}`;
  const problem = state && !state.done ? (state.fields["words"] ?? state.message) : null;
  return (
    <form action={submit} className="mt-2 flex flex-col gap-2">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="consumer" value={consumer} />
      <input type="hidden" name="kind" value={kind} />
      <Field id={field} label={`Answer for ${title}`} hint="To object, say what speaks against it." {...(problem ? { error: problem } : {})}>
        <Input id={field} name="words" maxLength={2_000} aria-describedby={`${field}-note`} aria-invalid={problem ? true : undefined} />
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

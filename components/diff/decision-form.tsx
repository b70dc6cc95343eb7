import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Field, Textarea } from "../ui/field.tsx";

const words = {
  reason: { label: "Why was it published?", button: "Put the reason on record", hint: "Consumers read it next to what broke." },
  approval: { label: "Why is it fine?", button: "Approve", hint: "It stays on record with your name." },
} as const;

/** Gives the reason for a breaking version afterwards, or approves of it. */
export function DecisionForm({ action, kind, slug, line, version }: { action: FormAction; kind: "reason" | "approval"; slug: string; line: string; version: number }) {
  const { label, button, hint } = words[kind];
  const id = `${kind}-words`;
  return (
    <ActionForm action={action} values={{ kind, slug, line, version }} button={button} variant="primary" size="sm" className="mt-3 max-w-xl">
      <Field id={id} label={label} hint={hint} className="w-full">
        <Textarea id={id} name="words" required minLength={3} maxLength={2_000} aria-describedby={`${id}-note`} />
      </Field>
    </ActionForm>
  );
}

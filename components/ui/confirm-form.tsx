"use client";
import { useActionState, useId, useState, type ReactNode } from "react";
import type { FormAction } from "./action-form.tsx";
import { Button, type ButtonLook } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Notice } from "./notice.tsx";

type Props = {
  action: FormAction;
  values: Record<string, string | number>;
  button: ReactNode;
  /** Spoken where the button's own words do not say which thing it is for. */
  buttonLabel: string;
  size?: ButtonLook["size"];
  className?: string;
  /** The question, and what follows from saying yes. */
  title: string;
  consequence: ReactNode;
  /** The button that does it, and the one that does not. */
  yes: string;
  no?: string;
};

/** A form of one button for what cannot be taken back: it asks first. Where no script runs yet, the button does it at once. */
export function ConfirmForm({ action, values, button, buttonLabel, size = "sm", className, title, consequence, yes, no = "Keep it" }: Props) {
  const [answer, submit, pending] = useActionState(action, null);
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <form id={id} action={submit} className={className}>
      {Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <Button
        type="submit" variant="danger" size={size} aria-label={buttonLabel} aria-haspopup="dialog" disabled={pending}
        onClick={(event) => {
          event.preventDefault();
          setIsOpen(true);
        }}
      >
        {button}
      </Button>
      <Dialog
        title={title} description={consequence} open={isOpen} onOpenChange={setIsOpen}
        footer={
          <>
            <Button variant="ghost" onClick={() => setIsOpen(false)}>{no}</Button>
            <Button type="submit" form={id} variant="danger" disabled={pending}>{yes}</Button>
          </>
        }
      >
        {answer?.message ? <Notice level={answer.done ? "info" : "error"}>{answer.message}</Notice> : null}
      </Dialog>
    </form>
  );
}

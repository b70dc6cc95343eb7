"use client";
import { useActionState, type ReactNode } from "react";
import clsx from "clsx";
import { Button, type ButtonLook } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";
import { FormFaults } from "./form-faults.ts";
import { Notice } from "./notice.tsx";

/** What became of a form: done, with a sentence to say so and a link to hand over, or what to mend. */
export type FormAnswer = { done: boolean; message: string | null; fields: Record<string, string>; link?: string } | null;
export type FormAction = (before: FormAnswer, form: FormData) => Promise<FormAnswer>;

const noFaults = {};

type Props = {
  action: FormAction;
  /** What goes along unseen: which thing, which change. */
  values?: Record<string, string | number>;
  button: ReactNode;
  variant?: ButtonLook["variant"];
  size?: ButtonLook["size"];
  /** Spoken where the button's own words do not say which thing it is for. */
  buttonLabel?: string;
  /** Stands at the end of a row: close together, at its right edge. */
  inRow?: boolean;
  className?: string;
  /** Fields: a `FormField` shows what was wrong with its value. A form of the browser's own may take what was wrong itself. */
  children?: ReactNode | ((fields: Record<string, string>) => ReactNode);
};

/** A form of one button, with or without fields. Works before any script runs; says what became of it. */
export function ActionForm({ action, values = {}, button, variant = "secondary", size = "md", buttonLabel, inRow = false, className, children }: Props) {
  const [answer, submit, pending] = useActionState(action, null);
  return (
    <form action={submit} className={clsx("flex flex-col", inRow ? "items-end gap-1" : "items-start gap-3", className)}>
      {answer?.message ? <Notice level={answer.done ? "info" : "error"} className="w-full">{answer.message}</Notice> : null}
      {answer?.link ? <HandOver link={answer.link} /> : null}
      {Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <FormFaults value={answer?.fields ?? noFaults}>{typeof children === "function" ? children(answer?.fields ?? noFaults) : children}</FormFaults>
      <Button type="submit" variant={variant} size={size} disabled={pending} aria-label={buttonLabel}>
        {button}
      </Button>
    </form>
  );
}

/** A link that is shown once. */
function HandOver({ link }: { link: string }) {
  return (
    <div role="status" className="flex w-full items-center gap-2 rounded-md bg-green-tint px-3 py-2 text-sm">
      <code className="min-w-0 flex-1 font-mono text-xs break-all" data-testid="link-to-hand-over">{link}</code>
      <CopyButton text={link} label="Copy link" />
    </div>
  );
}

"use client";
import { useActionState, type ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** What was refused, and why. */
export type ChangeAnswer = { change: string; message: string } | null;
type Change = (before: ChangeAnswer, form: FormData) => Promise<ChangeAnswer>;
type Props = { slug: string; line: string; retired: boolean; newest: number; may: { rename: boolean; delete: boolean; purge: boolean }; action: Change; /** Who sees it: after what is harmless and before what is not. */ sharing: ReactNode };

/** What its owners may do to an interface as a whole. */
export function InterfaceSettings({ slug, line, retired, newest, may, action, sharing }: Props) {
  return (
    <div className="flex max-w-xl flex-col divide-y divide-line">
      <h1 className="pb-6 text-xl font-semibold tracking-tight">Settings</h1>
      {may.rename ? (
        <>
          <Part title="Address" text="The short name in its address. The old one leads to the new one for ever, and is never given to another interface." change="rename" slug={slug} action={action} button="Rename">
            <Field id="newSlug" label="Short name">
              <Input id="newSlug" name="newSlug" defaultValue={slug} required maxLength={100} className="font-mono" />
            </Field>
          </Part>
          <Part title="An operation moved" text="What used the earlier one follows to the operation that took its place, and is told so." change="move" slug={slug} action={action} button="Say so">
            <input type="hidden" name="line" value={line} />
            <Field id="from" label="From" hint="As it was written, such as GET /orders/{id} or send orders.">
              <Input id="from" name="from" required maxLength={2000} autoComplete="off" className="font-mono" aria-describedby="from-note" />
            </Field>
            <Field id="to" label="To" hint="An operation of the current version.">
              <Input id="to" name="to" required maxLength={2000} autoComplete="off" className="font-mono" aria-describedby="to-note" />
            </Field>
          </Part>
        </>
      ) : null}
      {sharing}
      {may.rename && retired ? <Part title="Bring back" text="It is retired: lists and search leave it out, its pages stay where they are." change="unretire" slug={slug} action={action} button="Bring it back" /> : null}
      {may.rename && !retired ? (
        <Part title="Retire" text="Lists and search leave it out, its pages stay where they are. It can be brought back. While somebody who uses it has neither moved nor been waived, it needs a reason." change="retire" slug={slug} action={action} button="Retire">
          <Field id="retireReason" label="Reason" hint="May stay empty where everyone has moved.">
            <Input id="retireReason" name="reason" maxLength={2000} aria-describedby="retireReason-note" />
          </Field>
        </Part>
      ) : null}
      {may.delete ? (
        <Part title="Delete" text="Takes it off pages, lists and search. Its short name stays taken, and its texts are kept until they are purged." change="delete" slug={slug} action={action} button="Delete" danger>
          <Field id="confirmation" label={`Write ${slug} to confirm`}>
            <Input id="confirmation" name="confirmation" required autoComplete="off" className="font-mono" />
          </Field>
        </Part>
      ) : null}
      {may.purge ? (
        <Part title="Purge" text="Removes texts, and all that was read from them, for good: for a secret that was published by mistake. Number, date and reason stay on record." change="purge" slug={slug} action={action} button="Purge" danger>
          <input type="hidden" name="line" value={line} />
          <Field id="version" label="Version" hint={`Its number, 1 to ${newest}, or the word all for every version.`}>
            <Input id="version" name="version" required pattern="[1-9][0-9]*|all" autoComplete="off" aria-describedby="version-note" />
          </Field>
          <Field id="reason" label="Reason">
            <Input id="reason" name="reason" required minLength={3} maxLength={2000} />
          </Field>
          <Field id="purgeConfirmation" label={`Write ${slug} to confirm`}>
            <Input id="purgeConfirmation" name="purgeConfirmation" required autoComplete="off" className="font-mono" />
          </Field>
        </Part>
      ) : null}
    </div>
  );
}

type PartProps = { title: string; text: string; change: string; slug: string; action: Change; button: string; danger?: boolean; children?: ReactNode };

function Part({ title, text, change, slug, action, button, danger = false, children }: PartProps) {
  const [answer, submit, pending] = useActionState(action, null);
  return (
    <section aria-labelledby={`change-${change}`} className="py-6">
      <h2 id={`change-${change}`} className="text-sm font-semibold">
        {title}
      </h2>
      <p className="mt-1 text-sm text-muted">{text}</p>
      <form action={submit} className="mt-3 flex flex-col items-start gap-3 [&>div]:w-full">
        {answer ? <Notice level="error">{answer.message}</Notice> : null}
        <input type="hidden" name="change" value={change} />
        <input type="hidden" name="slug" value={slug} />
        {children}
        <Button type="submit" variant={danger ? "danger" : "secondary"} disabled={pending}>
          {button}
        </Button>
      </form>
    </section>
  );
}

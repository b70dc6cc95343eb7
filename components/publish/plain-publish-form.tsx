"use client";
import { useActionState } from "react";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox, Field, Input, Select } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { DiagnosticItem, placeWords } from "../source/diagnostic-item.tsx";
import type { PublishChoices } from "./publish-panel.tsx";

export type PlainAnswer = { message: string; diagnostics: Diagnostic[]; /** It is published, with something to say about it. */ done?: boolean } | null;

/** Publishing by a plain form, for browsers without scripts. */
export function PlainPublishForm({ action, choices }: { action: (before: PlainAnswer, form: FormData) => Promise<PlainAnswer>; choices: PublishChoices }) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form action={submit} className="mb-8 flex max-w-md flex-col gap-3">
      {answer ? <Notice level={answer.done ? "info" : "error"}>{answer.message}</Notice> : null}
      {answer && answer.diagnostics.length > 0 ? (
        <ul className="border-t border-line">
          {answer.diagnostics.slice(0, 100).map((diagnostic, index) => (
            <li key={index} className="border-b border-line">
              <DiagnosticItem diagnostic={diagnostic} where={placeWords(diagnostic, true)} />
            </li>
          ))}
        </ul>
      ) : null}
      <Field id="plain-file" label="Files or one .zip" hint="At most 10 MB in this form; larger ones with scripts on, or from the command line.">
        <input id="plain-file" type="file" name="file" multiple required aria-describedby="plain-file-note" />
      </Field>
      <Field id="plain-owner" label="Owner">
        <Select id="plain-owner" name="owner">
          <option value="">Nobody yet</option>
          {choices.teams.map((team) => (
            <option key={team.slug} value={team.slug}>
              {team.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="plain-interface" label="Interface" hint="The short name of the one it is a version of; leave it empty for a new one.">
        <Input id="plain-interface" name="interface" aria-describedby="plain-interface-note" />
      </Field>
      <Field id="plain-reason" label="Why, if it breaks what clients rely on">
        <Input id="plain-reason" name="reason" maxLength={2_000} />
      </Field>
      <Checkbox label="It is a new interface, though another has its title" name="new" />
      <Button type="submit" variant="primary" className="self-start">
        Publish
      </Button>
    </form>
  );
}

"use client";
import { useState } from "react";
import type { Lifecycle } from "#db/schema/catalog/words.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Input, Select, Textarea } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";

type Known = { deprecatedAt: string; sunset: string; successor: string; successorLine: string; guide: string };
type Props = { slug: string; line: string; lifecycle: Lifecycle; next: readonly Lifecycle[]; known: Known; action: FormAction };

/** Says where in its life a line is; deprecating asks for days and successor, retiring for a reason where it is needed. */
export function StageForm({ slug, line, lifecycle, next, known, action }: Props) {
  const choices = lifecycle === "deprecated" ? ["deprecated" as const, ...next] : next;
  const [stage, choose] = useState<Lifecycle>(choices[0] ?? "stable");
  return (
    <ActionForm action={action} values={{ change: "stage", slug, line }} button={stage === lifecycle ? "Save" : `Make it ${stage}`} variant="primary" className="[&>div]:w-full">
      <FormField id="stage" name="lifecycle" label="Stage">
        <Select id="stage" name="lifecycle" value={stage} onChange={(event) => choose(event.currentTarget.value as Lifecycle)} className="w-full [&_select]:w-full">
          {choices.map((choice) => <option key={choice} value={choice}>{choice}{choice === lifecycle ? " (as it is)" : ""}</option>)}
        </Select>
      </FormField>
      {stage === "deprecated" ? <Dates known={known} id="line" /> : null}
      {stage === "retired" ? (
        <FormField id="stage-reason" name="reason" label="Reason" hint="Needed only while somebody who uses it has neither moved nor been waived.">
          <Input id="stage-reason" name="reason" maxLength={2000} aria-describedby="stage-reason-note" />
        </FormField>
      ) : null}
    </ActionForm>
  );
}

/** Deprecates one operation, on the page and not by the document. */
export function OperationForm({ slug, line, operations, action }: { slug: string; line: string; operations: string[]; action: FormAction }) {
  return (
    <ActionForm action={action} values={{ change: "operation", slug, line, stage: "deprecated" }} button="Deprecate it" className="[&>div]:w-full">
      <FormField id="ending-operation" name="operation" label="Operation" hint="A document says the same with deprecated: true and x-sunset.">
        <Input id="ending-operation" name="operation" list="ending-operations" required maxLength={2000} autoComplete="off" className="font-mono" aria-describedby="ending-operation-note" />
        <datalist id="ending-operations">{operations.map((operation) => <option key={operation} value={operation} />)}</datalist>
      </FormField>
      <Dates known={{ deprecatedAt: "", sunset: "", successor: "", successorLine: "", guide: "" }} id="operation" withOperation />
    </ActionForm>
  );
}

function Dates({ known, id, withOperation = false }: { known: Known; id: string; withOperation?: boolean }) {
  return (
    <>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <FormField id={`${id}-deprecated-at`} name="deprecatedAt" label="Deprecated since" hint="Today unless you say."><Input id={`${id}-deprecated-at`} name="deprecatedAt" type="date" defaultValue={known.deprecatedAt} aria-describedby={`${id}-deprecated-at-note`} /></FormField>
        <FormField id={`${id}-sunset`} name="sunset" label="Ends on" hint="Empty: no day is fixed."><Input id={`${id}-sunset`} name="sunset" type="date" defaultValue={known.sunset} aria-describedby={`${id}-sunset-note`} /></FormField>
      </div>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <FormField id={`${id}-successor`} name="successor" label="Successor" hint="Short name of an interface."><Input id={`${id}-successor`} name="successor" defaultValue={known.successor} maxLength={100} autoComplete="off" className="font-mono" aria-describedby={`${id}-successor-note`} /></FormField>
        {withOperation
          ? <FormField id={`${id}-successor-operation`} name="successorOperation" label="Its operation" hint="Such as GET /v2/orders."><Input id={`${id}-successor-operation`} name="successorOperation" maxLength={2000} autoComplete="off" className="font-mono" aria-describedby={`${id}-successor-operation-note`} /></FormField>
          : <FormField id={`${id}-successor-line`} name="successorLine" label="Its line" hint="Empty: the main one."><Input id={`${id}-successor-line`} name="successorLine" defaultValue={known.successorLine} maxLength={60} autoComplete="off" className="font-mono" aria-describedby={`${id}-successor-line-note`} /></FormField>}
      </div>
      <FormField id={`${id}-guide`} name="guide" label="How to move" hint="Markdown. Everyone who uses it is shown this."><Textarea id={`${id}-guide`} name="guide" maxLength={10000} defaultValue={known.guide} className="min-h-20" aria-describedby={`${id}-guide-note`} /></FormField>
    </>
  );
}

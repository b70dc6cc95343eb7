"use client";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Input, Textarea } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";

/** "This service uses that": which interface, which operation, which fields, and why. */
export function ServiceUseForm({ service, action }: { service: string; action: FormAction }) {
  return (
    <ActionForm action={action} values={{ change: "declare", service }} button="It uses this" variant="secondary" className="[&>div]:w-full">
      <FormField id="use-interface" name="slug" label="Interface" hint="Its slug, as in the address of its page. There, under Consumers, operations can be chosen from a list.">
        <Input id="use-interface" name="slug" required maxLength={100} autoComplete="off" spellCheck={false} className="font-mono" aria-describedby="use-interface-note" />
      </FormField>
      <FormField id="use-operation" name="operation" label="Operation" hint="Such as GET /orders/{id} or send orders.placed. Left empty: nobody has said which part.">
        <Input id="use-operation" name="operation" maxLength={2000} autoComplete="off" spellCheck={false} className="font-mono" aria-describedby="use-operation-note" />
      </FormField>
      <FormField id="use-fields" name="fields" label="Fields" hint="One on each line, such as response.items[].sku or payload.orderId.">
        <Textarea id="use-fields" name="fields" className="min-h-16 font-mono" aria-describedby="use-fields-note" />
      </FormField>
      <FormField id="use-reason" name="reason" label="What for">
        <Input id="use-reason" name="reason" maxLength={2000} />
      </FormField>
    </ActionForm>
  );
}

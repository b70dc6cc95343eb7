"use client";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { Checkbox, Field, Input, Select, Textarea } from "#components/ui/field.tsx";

type Props = { slug: string; line: string; services: { slug: string; title: string }[]; operations: string[]; operation: string | null; action: FormAction };

/** "My service uses this": which service, which operation, which fields, and why. */
export function DeclareUseForm({ slug, line, services, operations, operation, action }: Props) {
  if (services.length === 0) {
    return <p className="text-sm text-muted">None of your teams has a service yet. Send a manifest of it (<code>PUT /api/v1/services/NAME/manifest</code>), or publish a document with <code>--service NAME</code>.</p>;
  }
  return (
    <ActionForm action={action} values={{ change: "declare", slug, line }} button="I use this" variant="primary" className="[&>div]:w-full">
      {(wrong) => (
        <>
          <Field id="use-service" label="Service that uses it" error={wrong["service"]}>
            <Select id="use-service" name="service" required className="w-full [&_select]:w-full" defaultValue={services[0]?.slug}>
              {services.map((service) => <option key={service.slug} value={service.slug}>{service.title}</option>)}
            </Select>
          </Field>
          <Field id="use-operation" label="Operation" hint="As on its page. Left empty: nobody has said which part." error={wrong["operation"]}>
            <Input id="use-operation" name="operation" list="use-operations" defaultValue={operation ?? ""} autoComplete="off" className="font-mono" aria-describedby="use-operation-note" aria-invalid={wrong["operation"] ? true : undefined} />
            <datalist id="use-operations">
              {operations.map((key) => <option key={key} value={key} />)}
            </datalist>
          </Field>
          <Field id="use-fields" label="Fields" hint="One on each line, such as response.items[].sku or payload.orderId. Only changes to these will concern you." error={wrong["fields"]}>
            <Textarea id="use-fields" name="fields" className="min-h-20 font-mono" aria-describedby="use-fields-note" />
          </Field>
          <Field id="use-reason" label="What for" error={wrong["reason"]}>
            <Input id="use-reason" name="reason" maxLength={2000} />
          </Field>
          <Checkbox name="follow" value="yes" label="Tell me what breaks it" defaultChecked />
        </>
      )}
    </ActionForm>
  );
}

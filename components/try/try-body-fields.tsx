import { Field, Input, Textarea } from "#components/ui/field.tsx";
import type { TryBody, TryInput } from "./call.ts";

type Props = { body: TryBody; required: boolean; input: TryInput; change: (part: Partial<TryInput>) => void };

/** What a body begins with: its example, the fields of a form, no file. */
export function contentOf(body: TryBody | undefined): Pick<TryInput, "body" | "form" | "files"> {
  return { body: body?.text ?? "", form: Object.fromEntries((body?.fields ?? []).map(({ value }, index) => [index, value])), files: {} };
}

/** The body to fill in: text, a file, or a form with a field for each of its own. */
export function TryBodyFields({ body, required, input, change }: Props) {
  if (body.kind === "text") {
    return (
      <Field id="try-body" label="Body" hint={required ? `${body.mediaType}, required` : body.mediaType}>
        <Textarea id="try-body" className="min-h-64 font-mono text-xs" spellCheck={false} value={input.body} onChange={(event) => change({ body: event.target.value })} />
      </Field>
    );
  }
  const choose = (index: number, file: File | undefined) => {
    const { [index]: _, ...others } = input.files;
    change({ files: file === undefined ? others : { ...others, [index]: file } });
  };
  if (body.kind === "file") {
    return (
      <Field id="try-body" label="Body" hint={required ? `${body.mediaType}, required` : body.mediaType}>
        <Input id="try-body" type="file" onChange={(event) => choose(0, event.target.files?.[0])} />
      </Field>
    );
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-2 text-xs text-muted">Body, {body.mediaType}</legend>
      {body.fields.map((field, index) => (
        <Field key={index} id={`try-form-${index}`} label={<code>{field.name}</code>} hint={[field.isFile ? "a file" : (field.contentType ?? ""), field.required ? "required" : ""].filter(Boolean).join(", ")}>
          {field.isFile ? (
            <Input id={`try-form-${index}`} type="file" onChange={(event) => choose(index, event.target.files?.[0])} />
          ) : (
            <Input id={`try-form-${index}`} placeholder={field.example.slice(0, 200)} value={input.form[index] ?? ""} onChange={(event) => change({ form: { ...input.form, [index]: event.target.value } })} />
          )}
        </Field>
      ))}
    </fieldset>
  );
}

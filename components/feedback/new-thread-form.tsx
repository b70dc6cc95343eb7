import type { Spot } from "#lib/catalog/urls/discussion-url.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { WordsField } from "./words-field.tsx";

/** A question, or a remark that needs no answer. */
export function NewThreadForm({ slug, spot, action }: { slug: string; spot: Spot | null; action: FormAction }) {
  return (
    <ActionForm action={action} values={{ change: "open", slug, ...(spot && spot.place !== "interface" ? { [spot.place === "change" ? "ofChange" : spot.place]: spot.key } : {}) }} button="Send" variant="primary">
      <fieldset className="flex gap-4 text-sm">
        <legend className="sr-only">What it is</legend>
        <label className="inline-flex items-center gap-1.5">
          <input type="radio" name="kind" value="question" defaultChecked className="accent-accent-solid" /> Question
        </label>
        <label className="inline-flex items-center gap-1.5">
          <input type="radio" name="kind" value="comment" className="accent-accent-solid" /> Remark
        </label>
      </fieldset>
      <WordsField label="Your words" rows={5} placeholder="What do you want to know?" />
    </ActionForm>
  );
}

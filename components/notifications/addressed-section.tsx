import type { listAddressed } from "#lib/catalog/subscriptions/change-addressed.ts";
import { topicWords } from "#lib/catalog/subscriptions/topic-words.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Section } from "../ui/page-header.tsx";

const choices = { "at-once": "At once", daily: "Daily", off: "No e-mail" } as const;

/** What reaches one whatever one follows, and whether it comes by e-mail. */
export function AddressedSection({ items, change }: { items: Awaited<ReturnType<typeof listAddressed>>; change: FormAction }) {
  return (
    <Section title="Addressed to you or your teams">
      <p className="mb-3 text-sm text-muted">This reaches you whatever you follow. It is always in the inbox; here you say whether it comes by e-mail too.</p>
      <ul className="border-t border-line">
        {items.map(({ topic, email }) => (
          <li key={topic} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line py-2 text-sm">
            <span className="min-w-0 flex-1 basis-64">{topicWords[topic]}<span className="text-xs text-faint">{` · ${email === "off" ? "not by e-mail" : `e-mail ${email === "daily" ? "daily" : "at once"}`}`}</span></span>
            <div className="flex flex-wrap items-center gap-2">
              {(Object.keys(choices) as (keyof typeof choices)[]).filter((choice) => choice !== email).map((choice) => <ActionForm key={choice} action={change} values={{ topic, email: choice }} button={choices[choice]} size="sm" variant="ghost" buttonLabel={`${topicWords[topic]}: ${choices[choice]}`} />)}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

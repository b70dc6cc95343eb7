import type { LevelOverride } from "#lib/catalog/decisions/level-overrides.ts";
import type { PublishingPolicy } from "#lib/catalog/decisions/publishing-policy.ts";
import type { ChangeRule } from "#lib/spec/diff/rules/list-rules.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { LevelBadge } from "../ui/badge.tsx";
import { Checkbox, Field, Select, Textarea } from "../ui/field.tsx";
import { Section } from "../ui/page-header.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";

type Props = { rules: ChangeRule[]; overrides: LevelOverride[]; policy: PublishingPolicy; domains: { slug: string; name: string }[]; action: FormAction };

/** How bad each kind of change is here, where that differs from the rules, with why; and what a breaking version needs. */
export function LevelsView({ rules, overrides, policy, domains, action }: Props) {
  return (
    <div className="max-w-3xl">
      <Section title="Breaking versions">
        <ActionForm action={action} values={{ change: "policy" }} button="Save" size="sm">
          <Checkbox name="approval" value="1" defaultChecked={policy.approval} label="A maintainer of the owning team has to approve of a breaking version" />
        </ActionForm>
        <p className="mt-2 text-xs text-faint">A reason is asked for in any case. What is published from a commit is stored without either, and marked: it is live already. Refusing belongs to the check before the merge.</p>
      </Section>
      <Section title="Levels of your own" count={overrides.length}>
        {overrides.length === 0 ? <p className="text-sm text-muted">Every rule has its own level. The rules follow what clients can rely on; decide otherwise where your clients differ.</p> : null}
        <ul className="border-t border-line empty:hidden">
          {overrides.map(({ rule, level, levelOfRule, domain, reason, setBy, setAt }) => (
            <li key={`${domain?.slug} ${rule}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 text-sm">
              <div className="min-w-0 flex-1 basis-72">
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <code className="text-xs [overflow-wrap:anywhere]">{rule}</code>
                  {levelOfRule ? <LevelBadge level={levelOfRule} /> : null}
                  <span aria-label="is here">→</span>
                  <LevelBadge level={level} />
                  <span className="text-xs text-muted">{domain ? `in ${domain.name}` : "everywhere"}</span>
                </p>
                <p className="mt-0.5 [overflow-wrap:anywhere]">
                  {reason}{" "}
                  <span className="text-xs text-faint">
                    {setBy}, <RelativeTime date={setAt} />
                  </span>
                </p>
              </div>
              <ActionForm action={action} values={{ change: "remove", rule, domain: domain?.slug ?? "" }} button="Take back" buttonLabel={`Take back the level of ${rule}`} size="sm" />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Decide a level">
        <ActionForm action={action} values={{ change: "set" }} button="Decide" variant="primary" className="[&>div]:w-full">
          <Field id="rule" label="Rule" hint="It stands below each change of a comparison.">
            <Select id="rule" name="rule" required className="w-full" aria-describedby="rule-note">
              {rules.map(({ id, level }) => (
                <option key={id} value={id}>
                  {id} ({level})
                </option>
              ))}
            </Select>
          </Field>
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            <Field id="level" label="Level here">
              <Select id="level" name="level" className="w-full">
                <option value="breaking">breaking</option>
                <option value="risky">risky</option>
                <option value="info">info: nobody fails</option>
              </Select>
            </Field>
            <Field id="domain" label="Where">
              <Select id="domain" name="domain" className="w-full">
                <option value="">Everywhere</option>
                {domains.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <Field id="reason" label="Why" hint="It is shown with every change that it concerns.">
            <Textarea id="reason" name="reason" required minLength={3} maxLength={2_000} aria-describedby="reason-note" />
          </Field>
        </ActionForm>
      </Section>
    </div>
  );
}

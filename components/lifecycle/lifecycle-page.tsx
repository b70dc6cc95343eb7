import type { LifecycleDetail } from "#lib/catalog/lifecycle/get-lifecycle.ts";
import { dayWords } from "#lib/catalog/lifecycle/lifecycle-words.ts";
import { lifecycleUrl, migrationUrl } from "#lib/catalog/urls/lifecycle-url.ts";
import type { FormAction } from "../ui/action-form.tsx";
import { Facts } from "../ui/facts.tsx";
import { Link } from "../ui/link.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Section } from "../ui/page-header.tsx";
import { EndsOn } from "../migration/ends-on.tsx";
import { MigrationList } from "../migration/migration-list.tsx";
import { HeaderBlock } from "./header-block.tsx";
import { LifeLine } from "./life-line.tsx";
import { OperationForm, StageForm } from "./lifecycle-forms.tsx";
import { SuccessorLink } from "./successor-link.tsx";

const dayOf = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? "";

/** Where in its life an interface is, what ends and when, the headers that say so, and for its maintainers the forms. */
export function LifecyclePage({ detail, spellings, action }: { detail: LifecycleDetail; spellings: string[]; action: FormAction }) {
  const { slug, line, lines, lifecycle, ending, next, operations, may } = detail;
  return (
    <div className={may.manage ? "grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]" : ""}>
      <div className="min-w-0">
        <h1 className="mb-4 text-xl font-semibold tracking-tight">Lifecycle{line === "default" ? "" : <span className="ml-2 text-base font-normal text-muted">line {line}</span>}</h1>
        {lines.length > 1 ? (
          <p className="mb-4 flex flex-wrap gap-x-3 text-sm text-muted">
            Lines: {lines.map((name) => (name === line ? <span key={name} className="font-medium text-fg">{name}</span> : <Link key={name} look="text" href={name === "default" ? `${lifecycleUrl({ slug })}?line=default` : lifecycleUrl({ slug, line: name })} prefetch={false}>{name}</Link>))}
          </p>
        ) : null}
        <LifeLine lifecycle={lifecycle} />
        {ending ? (
          <Section title={lifecycle === "retired" ? "It has ended" : "It is going to end"}>
            <Facts
              facts={[
                { label: "Deprecated", value: dayWords(ending.deprecatedAt) },
                { label: "Ends", value: <EndsOn sunsetAt={ending.sunsetAt} open={ending.state === "open"} /> },
                { label: "Successor", value: ending.successor ? <SuccessorLink successor={ending.successor} /> : <span className="text-faint">none named</span> },
                { label: "Consumers", value: <Link look="text" href={migrationUrl(ending.migrationId)} prefetch={false}>Who has moved</Link> },
              ]}
            />
            {ending.guide ? <Markdown text={ending.guide} className="mt-3" /> : null}
          </Section>
        ) : null}
        {ending && ending.headers.length > 0 ? <Section title="Headers"><HeaderBlock headers={ending.headers} /></Section> : null}
        {operations.length > 0 ? <Section title="Operations on their way out" count={operations.length}><MigrationList items={operations} /></Section> : null}
      </div>
      {may.manage ? (
        <aside aria-label="Change it" className="flex flex-col gap-10">
          <Section title="Change the stage" className="mt-0!">
            <StageForm
              key={lifecycle}
              slug={slug} line={line} lifecycle={lifecycle} next={next} action={action}
              known={{ deprecatedAt: dayOf(lifecycle === "deprecated" ? ending?.deprecatedAt : null), sunset: dayOf(ending?.sunsetAt), successor: ending?.successor?.slug ?? "", successorLine: ending?.successor?.line ?? "", guide: ending?.guide ?? "" }}
            />
          </Section>
          {spellings.length > 0 ? (
            <details className="border-t border-line pt-3">
              <summary className="text-sm font-semibold hover:underline">Deprecate one operation</summary>
              <div className="mt-3"><OperationForm slug={slug} line={line} operations={spellings} action={action} /></div>
            </details>
          ) : null}
        </aside>
      ) : null}
    </div>
  );
}

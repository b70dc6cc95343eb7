import type { CheckedSpec } from "#lib/catalog/comparisons/check-spec.ts";
import { impactWords } from "#lib/spec/report/report.ts";
import { AdviceNotice } from "../diff/advice-notice.tsx";
import { ChangeGroups } from "../diff/change-groups.tsx";
import { TallyLine } from "../diff/tally-line.tsx";
import { touchedBy } from "../diff/touched-by.ts";
import { VerdictMark } from "../diff/verdict-mark.tsx";
import { consumerHref, ImpactList } from "../impact/impact-list.tsx";
import { Notice } from "../ui/notice.tsx";

const shownMax = 60;

/** What publishing would change and whom it would break, before it is published. */
export function ChangePreview({ items, stale }: { items: CheckedSpec[]; stale: boolean }) {
  const compared = items.flatMap(({ title, label, comparison, doubts }) => (comparison ? [{ title, label, comparison, doubts }] : []));
  if (compared.length === 0) return null;
  return (
    <div className={stale ? "opacity-60" : undefined}>
      {compared.map(({ title, label, comparison, doubts }) => (
        <Preview key={`${comparison.slug} ${comparison.line}`} title={compared.length > 1 ? title : null} label={label} comparison={comparison} doubts={doubts} />
      ))}
    </div>
  );
}

function Preview({ title, label, comparison, doubts }: { doubts: string[]; title: string | null; label: string | null; comparison: NonNullable<CheckedSpec["comparison"]> }) {
  const { problem, tally, advice, changes, impact, lines } = comparison;
  const sorted = [...Map.groupBy(changes.slice(0, shownMax), ({ operation }) => operation)].map(([operation, own]) => ({ operation, changes: own }));
  return (
    <section aria-label={`What would change${title ? ` in ${title}` : ""}`} className="mt-8 flex flex-col gap-3">
      <h2 className="flex flex-wrap items-center gap-x-3 text-lg font-semibold">
        <span>{title ?? "What would change"}</span>
        <VerdictMark tally={problem === null ? tally : null} />
        <span className="text-sm font-normal text-muted">against version {comparison.base.sequence}</span>
      </h2>
      {doubts.map((doubt) => (
        <Notice key={doubt} level="warning">
          {doubt}
        </Notice>
      ))}
      {problem ? <Notice level="warning">{problem}</Notice> : <TallyLine tally={tally} />}
      <AdviceNotice advice={advice} label={label} />
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_360px]">
        <section aria-label="Whom it would touch" className="xl:order-2">
          <h3 className="mb-2 text-sm font-semibold">Whom it would touch</h3>
          {impact.consumers.length > 0 ? <p className="mb-2 text-xs text-muted">{impactWords(impact.counts)}.</p> : null}
          <ImpactList impact={impact} changes={changes} changeHref={(ordinal) => `#change-${ordinal}`} />
        </section>
        <div className="min-w-0">
          <ChangeGroups groups={sorted} lines={new Map(Object.entries(lines).map(([ordinal, blocks]) => [Number(ordinal), blocks]))} touched={touchedBy(impact.consumers, consumerHref)} links={{ change: null, base: null, revision: null }} operation={null} />
          {changes.length > shownMax ? <p className="py-2 text-sm text-muted">and {(changes.length - shownMax).toLocaleString("en")} more, the less serious ones. All of them can be read once it is published.</p> : null}
        </div>
      </div>
    </section>
  );
}

import type { Comparison } from "#lib/catalog/comparisons/get-comparison.ts";
import type { ChangePage } from "#lib/catalog/comparisons/page-of-changes.ts";
import type { SideBySide } from "#lib/catalog/comparisons/lines/side-by-side.ts";
import { comparisonUrl } from "#lib/catalog/urls/comparison-url.ts";
import { changeKey, discussionUrl } from "#lib/catalog/urls/discussion-url.ts";
import { versionUrl } from "#lib/catalog/urls/entity-url.ts";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { impactWords } from "#lib/spec/report/report.ts";
import { consumerHref, ImpactList } from "../impact/impact-list.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { AdviceNotice } from "./advice-notice.tsx";
import { ChangeGroups } from "./change-groups.tsx";
import { touchedBy } from "./touched-by.ts";
import { CompareForm } from "./compare-form.tsx";
import { LevelTabs } from "./level-tabs.tsx";
import { PageLinks } from "./page-links.tsx";
import { TallyLine } from "./tally-line.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

type Props = { comparison: Comparison; shown: ChangePage; level: string | null; chosen: number | null; lines: ReadonlyMap<number, SideBySide>; versions: { sequence: number; label: string }[] };

/** Two versions of one line compared: the verdict, whom it touches, every change with its lines. */
export function ComparisonPage({ comparison, shown, level, chosen, lines, versions }: Props) {
  const { slug, line, base, revision, tally, changes, impact, problem, advice } = comparison;
  const at = { slug, line, from: base.sequence, to: revision.sequence };
  const changeHref = (ordinal: number) => comparisonUrl({ ...at, change: ordinal });
  const discussHref = (ordinal: number) => discussionUrl({ slug, spot: { place: "change", key: changeKey({ line, from: base.sequence, to: revision.sequence, change: ordinal }) } });
  const lineHref = (version: number) => (block: { file: string; line: number }) => `${versionUrl({ slug, line, version })}${line === "default" ? "?" : "&"}file=${encodeURIComponent(block.file)}#L${block.line}`;
  // An operation that only the base has is read there.
  const operation = (key: string, own: typeof changes) => operationUrl({ slug, key, line, version: own.some((change) => change.revision !== null) ? (comparison.isCurrent ? null : revision.sequence) : base.sequence });
  const markdown = `/api/v1/interfaces/${encodeURIComponent(slug)}/diff?${new URLSearchParams({ from: String(base.sequence), to: String(revision.sequence), format: "markdown", ...(line === "default" ? {} : { line }) })}`;
  return (
    <article>
      <header className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg font-semibold">
            <span>
              Version {base.sequence} to {revision.sequence}
            </span>
            <VerdictMark tally={problem === null ? tally : null} />
          </h1>
          <ButtonLink size="sm" href={markdown} prefetch={false}>
            Markdown
          </ButtonLink>
        </div>
        <CompareForm slug={slug} line={line} from={base.sequence} to={revision.sequence} versions={versions} />
        <p className="text-sm text-muted">
          <code>{base.label}</code> → <code>{revision.label}</code>, published <RelativeTime date={revision.publishedAt} /> by {revision.publishedBy}.{revision.reason ? ` Why: ${revision.reason}` : null}
          {tally.verdict === "breaking" && revision.reason === null && comparison.comparisonId !== null ? <Link look="text" href={versionUrl({ slug, line, version: revision.sequence })} prefetch={false} className="ml-2 text-amber">Reason missing</Link> : null}
        </p>
        {problem ? <Notice level="warning">{problem}</Notice> : <TallyLine tally={tally} />}
        <AdviceNotice advice={advice} label={revision.label} />
        {comparison.filtered ? <Notice>Parts that you may not see are left out, and with them the lines of the documents.</Notice> : null}
      </header>
      <div className="mt-6 grid grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_360px]">
        <section aria-labelledby="whom" className="xl:order-2">
          <div className="xl:sticky xl:top-16 xl:max-h-[calc(100vh-80px)] xl:overflow-y-auto">
            <h2 id="whom" className="mb-2 text-sm font-semibold">
              Whom it touches
            </h2>
            {impact.consumers.length > 0 ? <p className="mb-2 text-xs text-muted">{impactWords(impact.counts)}.</p> : null}
            <ImpactList impact={impact} changes={changes} changeHref={changeHref} />
          </div>
        </section>
        <section aria-labelledby="changes" className="min-w-0">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
            <h2 id="changes" className="text-sm font-semibold">
              Changes <span className="ml-1 font-normal text-faint tabular-nums">{changes.length.toLocaleString("en")}</span>
            </h2>
            {changes.length > 0 ? <LevelTabs tally={tally} level={level} href={(wanted) => withQuery(comparisonUrl(at), { level: wanted })} /> : null}
          </div>
          {shown.matching === 0 && problem === null ? (
            <EmptyState title={changes.length === 0 ? "Nothing changed for clients" : "No change of this level"}>{changes.length === 0 ? "Words, examples or the order of things may differ; what clients send and get does not." : "Choose another level above."}</EmptyState>
          ) : null}
          <ChangeGroups groups={shown.groups} lines={lines} touched={touchedBy(impact.consumers, consumerHref)} links={{ change: changeHref, discuss: discussHref, base: lineHref(base.sequence), revision: lineHref(revision.sequence) }} operation={operation} chosen={chosen} />
          <PageLinks page={shown.page} pages={shown.pages} href={(page) => withQuery(comparisonUrl(at), { level, page: page === 1 ? null : String(page) })} />
        </section>
      </div>
    </article>
  );
}

function withQuery(path: string, query: Record<string, string | null>): string {
  const added = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return added.length === 0 ? path : `${path}${path.includes("?") ? "&" : "?"}${added.join("&")}`;
}

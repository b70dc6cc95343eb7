import { ArrowRight } from "lucide-react";
import type { MigrationDetail } from "#lib/catalog/migrations/get-migration.ts";
import { dayWords, moveWords } from "#lib/catalog/lifecycle/lifecycle-words.ts";
import { lifecycleUrl } from "#lib/catalog/urls/lifecycle-url.ts";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import type { FormAction } from "../ui/action-form.tsx";
import { Badge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Facts } from "../ui/facts.tsx";
import { Link } from "../ui/link.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { SuccessorLink } from "../lifecycle/successor-link.tsx";
import { OwnerLink } from "../team/owner-link.tsx";
import { BurndownChart } from "./burndown-chart.tsx";
import { EndsOn } from "./ends-on.tsx";
import { MigrationConsumers } from "./migration-consumers.tsx";

/** One migration: what ends and when, how to move, who is left, and how it went. */
export function MigrationPage({ detail, action }: { detail: MigrationDetail; action: FormAction }) {
  const { slug, title, line, display, operationKey, state, left, total, unseen } = detail;
  const place = { slug, line };
  return (
    <Page>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href={interfaceUrl(place)}>{title}</Link>
            {display === null ? null : detail.isThere ? <Link href={operationUrl({ ...place, key: operationKey ?? "" })} className="text-base font-normal"><code>{display}</code></Link> : <code className="text-base font-normal text-muted">{display}</code>}
            {line === "default" ? null : <span className="text-base font-normal text-muted">line {line}</span>}
            {state === "open" ? null : <Badge tone={state === "withdrawn" ? "green" : "grey"}>{state === "withdrawn" ? "kept after all" : "retired"}</Badge>}
          </span>
        }
        lead={leadOf(detail)}
        actions={detail.may.manage ? <ButtonLink size="sm" href={lifecycleUrl(place)} prefetch={false}>Change or retire</ButtonLink> : undefined}
      />
      {state === "retired" && left > 0 ? <Notice level="warning" className="mb-4">{left} of {total} had not moved when it was retired{detail.closeReason ? `: ${detail.closeReason}` : "."}</Notice> : null}
      <div className="grid grid-cols-1 gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_360px]">
        <div className="min-w-0">
          <Section title="Who uses it" count={total} id="consumers">
            {total === 0 ? (
              <EmptyState title="Nobody is known to use it" className="py-4">Whoever declares a use from now on joins by itself and is told.</EmptyState>
            ) : (
              <MigrationConsumers detail={detail} action={action} />
            )}
            {unseen.total > 0 ? <p className="mt-3 text-sm text-muted">{`And ${unseen.total} whom you may not see${unseen.done > 0 ? `, ${unseen.done} of them done` : ""}.`}</p> : null}
          </Section>
          {detail.guide ? <Section title="How to move" id="guide"><Markdown text={detail.guide} /></Section> : null}
        </div>
        <aside aria-label="About this migration" className="flex flex-col gap-8">
          <BurndownChart days={detail.burndown} sunsetAt={detail.sunsetAt} />
          <Facts
            facts={[
              { label: "Deprecated", value: <time dateTime={detail.deprecatedAt.toISOString()}>{dayWords(detail.deprecatedAt)}</time> },
              { label: "Ends", value: <EndsOn sunsetAt={detail.sunsetAt} open={state === "open"} /> },
              { label: "Successor", value: detail.successor ? <SuccessorLink successor={detail.successor} /> : null },
              { label: "Owner", value: detail.owner ? <OwnerLink owner={detail.owner} /> : null },
              { label: "Said by", value: detail.source === "document" ? "the published document" : detail.openedByName === "migrations" ? "Intermesh, which found it deprecated" : detail.openedByName },
              { label: "Opened", value: <RelativeTime date={detail.openedAt} /> },
            ]}
          />
          <History history={detail.history} />
        </aside>
      </div>
    </Page>
  );
}

function leadOf({ state, left, total, sunsetAt }: MigrationDetail): string {
  if (state === "withdrawn") return "It was deprecated, and stays after all.";
  if (state === "retired") return "It is gone.";
  if (total === 0) return "Nobody is known to use it: it can be retired.";
  if (left === 0) return `All ${total} are done: it can be retired.`;
  return `${left} of ${total} ${left === 1 ? "has" : "have"} not moved yet${sunsetAt ? "" : ", and no day is fixed"}.`;
}

type Event = MigrationDetail["history"][number];

function History({ history }: { history: Event[] }) {
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-2 text-sm font-semibold">What happened</h2>
      <ol className="border-t border-line text-sm">
        {together(history).slice(0, 30).map(({ event, consumers }, index) => (
          <li key={index} className="border-b border-line py-1.5">
            <span className="flex flex-wrap items-center gap-x-1.5">
              {consumers.length > 0 ? <span className="font-medium">{consumers.length > 3 ? `${consumers.length} consumers` : consumers.join(", ")}</span> : null}
              {event.toState ? <>{event.fromState ? <span className="text-muted">{moveWords[event.fromState]}</span> : <span className="text-muted">joined</span>}<ArrowRight aria-hidden="true" className="size-3 text-faint" /><span>{moveWords[event.toState]}</span></> : null}
            </span>
            {event.words ? <span className="block text-muted [overflow-wrap:anywhere]">{event.words}</span> : null}
            <span className="block text-xs text-faint">{event.actorName === "migrations" || event.actorName === "clock" ? "by itself" : event.actorName}, <RelativeTime date={event.at} /></span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What happened to several at one stroke is one line. */
function together(history: Event[]): { event: Event; consumers: string[] }[] {
  const lines: { event: Event; consumers: string[] }[] = [];
  for (const event of history) {
    const last = lines.at(-1);
    const names = event.consumer ? [event.consumer] : [];
    const same = last && event.consumer && last.event.consumer && !event.words && !last.event.words && last.event.fromState === event.fromState && last.event.toState === event.toState && last.event.actorName === event.actorName && Math.abs(last.event.at.getTime() - event.at.getTime()) < 60_000;
    if (same) last.consumers.push(...names);
    else lines.push({ event, consumers: names });
  }
  return lines;
}

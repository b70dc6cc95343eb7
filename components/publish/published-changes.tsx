import type { PublishedComparison } from "#lib/catalog/comparisons/published-comparison.ts";
import { impactWords, tallyWords } from "#lib/spec/report/report.ts";
import { InlineCode } from "../source/inline-code.tsx";
import { consumerHref } from "../impact/impact-list.tsx";
import { LevelBadge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { levelTone, toneText } from "../ui/tone.ts";

const shownMax = 8;

/** What the version that was just published changed, whom that touches and what was said against it. */
export function PublishedChanges({ comparison }: { comparison: PublishedComparison }) {
  const { tally, counts, hidden, consumers, objections, missing, advice } = comparison;
  const unnamed = Object.values(hidden).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-label="What it changed" className="mt-3 ml-6 flex max-w-[640px] flex-col gap-2 text-sm">
      <p>
        <span className={`font-medium ${toneText[levelTone(tally.verdict)]}`}>{tallyWords(tally)}.</span>{" "}
        <span className="text-muted">
          {impactWords(counts)}.{unnamed > 0 ? ` ${unnamed.toLocaleString("en")} of them may not be named to you.` : ""}
        </span>
      </p>
      {consumers.length > 0 ? (
        <ul className="border-t border-line">
          {consumers.slice(0, shownMax).map((consumer) => (
            <li key={`${consumer.kind} ${consumer.slug} ${consumer.possible}`} className="flex min-h-9 flex-wrap items-center gap-x-2 border-b border-line py-1">
              <LevelBadge level={consumer.verdict} />
              <Link href={consumerHref(consumer)} prefetch={false} className="min-w-0 truncate leading-6 font-medium">
                {consumer.title}
              </Link>
              {consumer.owner ? <span className="text-xs text-faint">{consumer.owner.name}</span> : null}
              {consumer.possible ? <span className="text-xs text-faint">use only possible</span> : null}
            </li>
          ))}
          {consumers.length > shownMax ? <li className="py-1 text-xs text-faint">and {(consumers.length - shownMax).toLocaleString("en")} more</li> : null}
        </ul>
      ) : null}
      {objections.map(({ consumer, words, actorName, url }) => (
        <p key={`${url} ${consumer}`} className="[overflow-wrap:anywhere]">
          <span className="font-medium text-red">{consumer} objected</span> to{" "}
          <Link look="text" href={url} prefetch={false}>
            the proposal
          </Link>
          {words ? `: ${words}` : ""} <span className="text-xs text-faint">{actorName}</span>
        </p>
      ))}
      {missing.reason ? <Notice level="warning">The reason is missing. Give it on the page of the version, or publish the same text again with it.</Notice> : null}
      {missing.approval ? <Notice>It waits for the approval of a maintainer of the owning team.</Notice> : null}
      {advice?.finding ? (
        <Notice level="warning">
          <InlineCode text={advice.finding.message} />
        </Notice>
      ) : null}
    </section>
  );
}

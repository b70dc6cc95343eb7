import type { VersionVerdict } from "#lib/catalog/comparisons/get-version-verdict.ts";
import { comparisonUrl } from "#lib/catalog/urls/comparison-url.ts";
import { impactWords } from "#lib/spec/report/report.ts";
import { InlineCode } from "../source/inline-code.tsx";
import { LevelBadge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/page-header.tsx";
import { AdviceNotice } from "./advice-notice.tsx";
import type { FormAction } from "../ui/action-form.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { TallyLine } from "./tally-line.tsx";

const toldMax = 12;

/** What a version changed, in words: its entry in the changelog, with its reason and who approved of it. */
export function VersionVerdictView({ verdict, slug, line, sequence, action }: { verdict: VersionVerdict; slug: string; line: string; sequence: number; action: FormAction }) {
  const { comparison, pending, reason, approval, missing, may } = verdict;
  if (pending) return <Notice className="mt-6">This version is being compared with the one before it. Look again in a moment.</Notice>;
  if (comparison === null) return null;
  const { tally, changes, impact, advice, base } = comparison;
  const href = (change?: number) => comparisonUrl({ slug, line, from: base.sequence, to: sequence, change: change ?? null });
  const told = changes.slice(0, toldMax);
  return (
    <div className="mt-8">
      <Section
        title="What changed"
        id="changes"
        actions={
          <ButtonLink size="sm" href={href()} prefetch={false}>
            Compare with version {base.sequence}
          </ButtonLink>
        }
      >
        <div className="flex flex-col gap-3">
          <TallyLine tally={tally} />
          {told.length > 0 ? (
            <ul className="border-t border-line">
              {told.map(({ ordinal, level, operation, display, message }) => (
                <li key={ordinal} className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 border-b border-line py-1.5 text-sm">
                  <LevelBadge level={level} />
                  {operation === null || message.includes(display ?? operation) ? null : <code className="text-xs text-muted [overflow-wrap:anywhere]">{display ?? operation}</code>}
                  <Link href={href(ordinal)} prefetch={false} className="min-w-0 [overflow-wrap:anywhere]">
                    <InlineCode text={message} />
                  </Link>
                </li>
              ))}
            </ul>
          ) : null}
          {changes.length > told.length ? (
            <Link look="text" href={href()} prefetch={false} className="text-sm">
              All {changes.length.toLocaleString("en")} changes
            </Link>
          ) : null}
          {impact.consumers.length > 0 || impact.counts.broken > 0 ? <p className="text-sm text-muted">{impactWords(impact.counts)}.</p> : null}
          <AdviceNotice advice={advice} label={comparison.revision.label} />
        </div>
      </Section>
      {tally.verdict === "breaking" ? (
        <Section title="Reason" id="reason">
          {missing.reason ? <Notice level="warning">Reason missing: this version breaks what clients rely on, and nobody said why.</Notice> : null}
          {reason ? (
            <p className="max-w-[80ch] text-sm [overflow-wrap:anywhere]">
              {reason.words} <span className="text-xs text-faint">{reason.actorName}</span>
            </p>
          ) : null}
          {approval ? (
            <p className="mt-1 max-w-[80ch] text-sm [overflow-wrap:anywhere]">
              Approved: {approval.words} <span className="text-xs text-faint">{approval.actorName}</span>
            </p>
          ) : missing.approval ? (
            <Notice level="warning" className="mt-2">
              Approval missing: a maintainer of the owning team has to approve of a breaking version.
            </Notice>
          ) : null}
          {may.reason && missing.reason ? <DecisionForm action={action} kind="reason" slug={slug} line={line} version={sequence} /> : null}
          {may.approve && missing.approval ? <DecisionForm action={action} kind="approval" slug={slug} line={line} version={sequence} /> : null}
        </Section>
      ) : null}
    </div>
  );
}

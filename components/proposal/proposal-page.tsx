import { CircleCheck, OctagonX } from "lucide-react";
import type { ProposalDetail } from "#lib/catalog/proposals/get-proposal.ts";
import type { ChangePage } from "#lib/catalog/comparisons/page-of-changes.ts";
import { proposalUrl } from "#lib/catalog/urls/comparison-url.ts";
import { interfaceUrl, versionUrl } from "#lib/catalog/urls/entity-url.ts";
import { impactWords } from "#lib/spec/report/report.ts";
import { AdviceNotice } from "../diff/advice-notice.tsx";
import { ChangeGroups } from "../diff/change-groups.tsx";
import { PageLinks } from "../diff/page-links.tsx";
import { TallyLine } from "../diff/tally-line.tsx";
import { touchedBy } from "../diff/touched-by.ts";
import { VerdictMark } from "../diff/verdict-mark.tsx";
import { consumerHref, ImpactList } from "../impact/impact-list.tsx";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { AnswerForm } from "./answer-form.tsx";

type Answer = NonNullable<ProposalDetail["consumers"][number]["answer"]>;

/** What somebody means to publish: what it would change, whom it would break, and what these say to it. */
export function ProposalPage({ detail, shown, answer, withdraw }: { detail: ProposalDetail; shown: ChangePage; answer: FormAction; withdraw: FormAction }) {
  const { proposal, slug, title, line, base, tally, changes, problem, advice, lines, impact, consumers, may } = detail;
  const changeHref = (ordinal: number) => `#change-${ordinal}`;
  return (
    <Page>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href={interfaceUrl({ slug, line })}>{title}</Link>
            <code className="text-base font-normal text-muted">{proposal.label}</code>
            <VerdictMark tally={problem === null ? tally : null} />
          </span>
        }
        lead={
          <>
            Proposed <RelativeTime date={proposal.changedAt} /> by {proposal.createdByName}
            {base ? <>, to follow version {base.sequence} (<code>{base.label}</code>)</> : null}
            {line === "default" ? "" : ` on ${line}`}
            {proposal.ref ? <>, from <code>{proposal.ref}</code></> : null}.
          </>
        }
        actions={may.withdraw ? <ActionForm action={withdraw} values={{ id: proposal.id }} button="Withdraw" variant="danger" size="sm" /> : undefined}
      />
      <div className="flex flex-col gap-3">
        {proposal.words ? <p className="max-w-[80ch] [overflow-wrap:anywhere]">{proposal.words}</p> : null}
        {proposal.state === "withdrawn" ? <Notice>It was withdrawn.</Notice> : null}
        {proposal.state === "published" ? (
          <Notice>
            It was published.{" "}
            <Link look="text" href={interfaceUrl({ slug, tab: "versions", line })}>
              See the versions
            </Link>
            .
          </Notice>
        ) : null}
        {problem ? <Notice level="warning">{problem}</Notice> : <TallyLine tally={tally} />}
        <AdviceNotice advice={advice} label={proposal.label} />
        {detail.filtered ? <Notice>Parts that you may not see are left out, and with them the lines of the documents.</Notice> : null}
      </div>
      <div className="mt-6 grid grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_360px]">
        <section aria-labelledby="whom" className="xl:order-2">
          <h2 id="whom" className="mb-2 text-sm font-semibold">
            Whom it would touch
          </h2>
          {consumers.length > 0 ? <p className="mb-2 text-xs text-muted">{impactWords(impact.counts)}.</p> : null}
          <ImpactList
            impact={{ ...impact, consumers }}
            changes={changes}
            changeHref={changeHref}
            below={(consumer) => (
              <>
                {consumer.answer ? <Said answer={consumer.answer} /> : null}
                {consumer.mayAnswer ? <AnswerForm action={answer} id={proposal.id} consumer={consumer.slug} kind={consumer.kind} title={consumer.title} /> : null}
              </>
            )}
          />
        </section>
        <section aria-labelledby="changes" className="min-w-0">
          <h2 id="changes" className="mb-2 text-sm font-semibold">
            Changes <span className="ml-1 font-normal text-faint tabular-nums">{changes.length.toLocaleString("en")}</span>
          </h2>
          <ChangeGroups groups={shown.groups} lines={lines} touched={touchedBy(consumers, consumerHref)} links={{ change: changeHref, base: base ? (block) => `${versionUrl({ slug, line, version: base.sequence })}${line === "default" ? "?" : "&"}file=${encodeURIComponent(block.file)}#L${block.line}` : null, revision: null }} operation={null} />
          <PageLinks page={shown.page} pages={shown.pages} href={(page) => `${proposalUrl(proposal.id)}?page=${page}`} />
        </section>
      </div>
    </Page>
  );
}

function Said({ answer: { answer, words, actorName, createdAt, isOutdated } }: { answer: Answer }) {
  const objected = answer === "objected";
  const Icon = objected ? OctagonX : CircleCheck;
  return (
    <p className={`mt-1.5 flex items-start gap-1.5 text-xs ${objected ? "text-red" : "text-green"}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {objected ? "Objects" : "Knows"}
        {words ? `: ${words}` : ""} <span className="text-faint">
          {actorName}, <RelativeTime date={createdAt} />
          {isOutdated ? ", of an earlier text" : ""}
        </span>
      </span>
    </p>
  );
}

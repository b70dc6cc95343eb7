import { CheckCheck, ThumbsDown } from "lucide-react";
import type { FeedbackWork, WorkOfInterface } from "#lib/catalog/feedback/list-work.ts";
import { discussionUrl, spotUrl } from "#lib/catalog/urls/discussion-url.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { ThreadList } from "./thread-list.tsx";

type Props = { work: FeedbackWork; team: string | null; settle: FormAction };

/** What waits for owners: open questions, and pages that did not answer, by interface. */
export function WorkPage({ work: { interfaces, teams, truncated }, team, settle }: Props) {
  return (
    <Page>
      <PageHeader title="Feedback" lead="What readers of your interfaces ask, and where the documentation did not answer them." />
      {teams.length > 1 ? (
        <nav aria-label="Teams" className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {[{ slug: "", name: "All" }, ...teams].map(({ slug, name }) => (
            <Link key={slug} look="bare" href={slug === "" ? "/feedback" : `/feedback?${new URLSearchParams({ team: slug })}`} prefetch={false} aria-current={(team ?? "") === slug ? "page" : undefined} className={(team ?? "") === slug ? "font-medium text-fg" : "text-muted hover:text-fg"}>
              {name}
            </Link>
          ))}
        </nav>
      ) : null}
      {truncated ? <Notice className="mb-4">There is more than fits here: the oldest questions and the newest ratings are shown.</Notice> : null}
      {interfaces.length === 0 ? (
        <EmptyState icon={<CheckCheck aria-hidden="true" />} title="Nothing waits for an answer">
          Questions and remarks on what your teams own come here, and ratings of pages that did not answer what somebody came for.
        </EmptyState>
      ) : (
        <div className="flex max-w-[64rem] flex-col gap-8">
          {interfaces.map((one) => <InterfaceWork key={one.slug} work={one} settle={settle} />)}
        </div>
      )}
    </Page>
  );
}

function InterfaceWork({ work: { slug, title, team, threads, ratings }, settle }: { work: WorkOfInterface; settle: FormAction }) {
  return (
    <section>
      <h2 className="mb-2 flex flex-wrap items-baseline gap-x-2 text-sm font-semibold">
        <Link href={discussionUrl({ slug })} prefetch={false}>{title}</Link>
        {team ? <span className="text-xs font-normal text-faint">{team.name}</span> : null}
      </h2>
      {threads.length > 0 ? <ThreadList slug={slug} threads={threads} /> : null}
      {ratings.length > 0 ? (
        <ul className={threads.length > 0 ? "" : "border-t border-line"}>
          {ratings.map(({ id, place, key, label, words, authorName, changedAt }) => (
            <li key={id} className="flex items-start gap-x-3 border-b border-line py-2 text-sm hover:bg-hover">
              <span className="inline-flex w-20 shrink-0 items-center gap-1 self-start text-xs leading-5 whitespace-nowrap text-red max-sm:w-4">
                <ThumbsDown aria-hidden="true" className="size-3.5" />
                <span className="max-sm:sr-only">no answer</span>
              </span>
              <div className="min-w-0 flex-1">
                <p className="[overflow-wrap:anywhere]">{words ?? <span className="text-muted">Did not answer what its reader came for.</span>}</p>
                <p className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-faint">
                  <Link look="quiet" href={spotUrl({ slug, spot: { place, key } })} prefetch={false} className={place === "interface" ? "" : "font-mono"}>{place === "interface" ? "Overview" : label}</Link>
                  <span>
                    {authorName}, <RelativeTime date={changedAt} />
                  </span>
                </p>
              </div>
              <ActionForm action={settle} inRow values={{ id }} button="Seen to" buttonLabel={`Seen to: ${words ?? label}`} size="sm" />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

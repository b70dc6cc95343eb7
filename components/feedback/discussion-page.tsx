import { MessagesSquare } from "lucide-react";
import { discussionUrl, spotUrl } from "#lib/catalog/urls/discussion-url.ts";
import type { ThreadList as Threads } from "#lib/catalog/feedback/list-threads.ts";
import type { FormAction } from "../ui/action-form.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { Section } from "../ui/page-header.tsx";
import { NewThreadForm } from "./new-thread-form.tsx";
import { ThreadList } from "./thread-list.tsx";

const states = [["", "All"], ["open", "Open"], ["answered", "Answered"], ["resolved", "Resolved"]] as const;

type Props = { threads: Threads; state: string | null; mayWrite: boolean; signInHref: string; action: FormAction };

/** What was asked and said about an interface or a part of it, and a form to ask. */
export function DiscussionPage({ threads: { slug, spot, items, next }, state, mayWrite, signInHref, action }: Props) {
  const base = discussionUrl({ slug, spot });
  const href = (more: Record<string, string>) => `${base}${base.includes("?") ? "&" : "?"}${new URLSearchParams(more)}`;
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        {spot ? (
          <p className="mb-3 text-sm text-muted">
            About{" "}
            <Link look="text" href={spotUrl({ slug, spot })} prefetch={false} className={spot.place === "change" ? "" : "font-mono"}>
              {spot.label}
            </Link>{" "}
            alone. <Link look="text" href={discussionUrl({ slug })} prefetch={false}>All of the interface</Link>
          </p>
        ) : null}
        <nav aria-label="Which of them" className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {states.map(([value, label]) => (
            <Link key={value} look="bare" prefetch={false} href={value === "" ? base : href({ state: value })} aria-current={(state ?? "") === value ? "page" : undefined} className={(state ?? "") === value ? "font-medium text-fg" : "text-muted hover:text-fg"}>
              {label}
            </Link>
          ))}
        </nav>
        {items.length > 0 ? <ThreadList slug={slug} threads={items} spotted={spot !== null} /> : (
          <EmptyState icon={<MessagesSquare aria-hidden="true" />} title={state ? `Nothing is ${state}` : "Nobody has asked anything yet"} className="py-6">
            {state ? "Choose another state above." : "What you ask here is read by the team that owns it, and by everyone who comes after you with the same question."}
          </EmptyState>
        )}
        {next ? <p className="mt-3 text-sm"><Link look="text" prefetch={false} href={href({ ...(state ? { state } : {}), cursor: next })}>Older ones</Link></p> : null}
      </div>
      <Section title={spot ? "Ask about this" : "Ask or remark"} id="ask" className="mt-0!">
        {mayWrite ? <NewThreadForm slug={slug} spot={spot} action={action} /> : <p className="text-sm text-muted"><Link look="text" href={signInHref}>Sign in</Link> to ask or to answer.</p>}
      </Section>
    </div>
  );
}

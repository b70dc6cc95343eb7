import { discussionUrl, spotUrl } from "#lib/catalog/urls/discussion-url.ts";
import type { ThreadDetail } from "#lib/catalog/feedback/get-thread.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Checkbox } from "../ui/field.tsx";
import { Link } from "../ui/link.tsx";
import { PostCard } from "./post-card.tsx";
import { ThreadMark } from "./thread-mark.tsx";
import { WordsField } from "./words-field.tsx";

/** One question or remark with all that was said to it, and a form to reply. */
export function ThreadPage({ thread, signInHref, action }: { thread: ThreadDetail; signInHref: string; action: FormAction }) {
  const { id, slug, title, place, key, label, kind, state, posts, answerId, may, closedByName } = thread;
  const values = { slug, thread: id };
  return (
    <article className="max-w-[52rem]">
      <header className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h1 className="text-lg font-semibold text-balance [overflow-wrap:anywhere]">
            {kind === "question" ? "Question about" : "Remark on"}{" "}
            {place === "interface" ? title : <Link look="text" href={spotUrl({ slug, spot: { place, key } })} prefetch={false} className={place === "change" ? "" : "font-mono"}>{label}</Link>}
          </h1>
          <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
            <ThreadMark kind={kind} state={state} />
            {closedByName ? <span>by {closedByName}</span> : null}
            <Link look="text" href={discussionUrl({ slug })} prefetch={false}>All discussions</Link>
          </p>
        </div>
        {may.close ? (
          <div className="flex gap-2">
            {state === "open" ? null : <ActionForm action={action} inRow values={{ ...values, change: "reopen" }} button="Open again" size="sm" />}
            {state === "resolved" ? null : <ActionForm action={action} inRow values={{ ...values, change: "resolved" }} button="Resolve" size="sm" />}
          </div>
        ) : null}
      </header>
      <ol className="border-t border-line">
        {posts.map((post, index) => (
          <PostCard key={post.id} post={post} slug={slug} threadId={id} isAnswer={post.id === answerId} mayAnswer={may.close && kind === "question" && index > 0 && post.id !== answerId && !post.deleted && !post.hidden} action={action} />
        ))}
      </ol>
      {may.write ? (
        <ActionForm key={posts.length} action={action} values={{ ...values, change: "reply" }} button="Reply" variant="primary" className="mt-5">
          <WordsField label="Your reply" />
          {may.close && kind === "question" && state === "open" ? <Checkbox name="answers" value="yes" label="This answers the question" /> : null}
        </ActionForm>
      ) : (
        <p className="mt-5 text-sm text-muted"><Link look="text" href={signInHref}>Sign in</Link> to reply.</p>
      )}
    </article>
  );
}

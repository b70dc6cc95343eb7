import type { PostDetail } from "#lib/catalog/feedback/get-thread.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { WordsField } from "./words-field.tsx";

type Props = { post: PostDetail; slug: string; threadId: number; isAnswer: boolean; mayAnswer: boolean; action: FormAction };

/** What one person said, and what may be done with it. */
export function PostCard({ post, slug, threadId, isAnswer, mayAnswer, action }: Props) {
  const values = { slug, thread: threadId, post: post.id };
  return (
    <li id={`post-${post.id}`} className={`scroll-mt-20 border-b border-line py-4 ${isAnswer ? "-mx-4 bg-green-tint px-4 md:rounded-md" : ""}`}>
      <p className="mb-1.5 flex flex-wrap items-baseline gap-x-2 text-sm">
        {post.deleted ? null : <span className="font-medium">{post.authorName}</span>}
        <span className="text-xs text-faint">
          <RelativeTime date={post.createdAt} />
          {post.editedAt ? <>, edited <RelativeTime date={post.editedAt} /></> : null}
        </span>
        {isAnswer ? <span className="text-xs font-medium text-green">The answer</span> : null}
        {post.hidden ? <span className="text-xs text-amber">Hidden by a maintainer</span> : null}
      </p>
      {post.text ? <Markdown text={post.text} className="max-w-[80ch]" /> : <p className="text-sm text-faint italic">{post.deleted ? "Taken back by its author." : "These words are not shown."}</p>}
      {post.may.edit || post.may.hide || mayAnswer ? (
        <div className="mt-2 -ml-2 flex flex-wrap items-start gap-x-1 gap-y-1">
          {mayAnswer ? <ActionForm action={action} values={{ ...values, change: "answered" }} button="This answers it" variant="ghost" size="sm" /> : null}
          {post.may.edit ? (
            <details className="max-w-[80ch] open:w-full">
              <summary className="inline-flex h-7 cursor-pointer list-none items-center rounded-md px-2 text-sm font-medium text-muted hover:bg-hover hover:text-fg [&::-webkit-details-marker]:hidden">Edit</summary>
              <ActionForm action={action} values={{ ...values, change: "edit" }} button="Save" variant="primary" size="sm" className="mt-2 w-full">
                <WordsField label="Your words" defaultValue={post.text} />
              </ActionForm>
            </details>
          ) : null}
          {post.may.edit ? <ActionForm action={action} values={{ ...values, change: "delete" }} button="Delete" buttonLabel="Delete these words for good" variant="ghost" size="sm" /> : null}
          {post.may.hide ? <ActionForm action={action} values={{ ...values, change: post.hidden ? "show" : "hide" }} button={post.hidden ? "Show again" : "Hide"} variant="ghost" size="sm" /> : null}
        </div>
      ) : null}
    </li>
  );
}

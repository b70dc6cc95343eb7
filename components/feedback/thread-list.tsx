import type { ThreadItem } from "#lib/catalog/feedback/list-threads.ts";
import { discussionUrl } from "#lib/catalog/urls/discussion-url.ts";
import { Link } from "../ui/link.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { ThreadMark } from "./thread-mark.tsx";

type Row = Omit<ThreadItem, "state"> & { state?: ThreadItem["state"] };

/** Questions and remarks, two lines each: the first words, and what they are about. `spotted`: the page says what that is. */
export function ThreadList({ slug, threads, spotted = false }: { slug: string; threads: Row[]; spotted?: boolean }) {
  return (
    <ul className="border-t border-line">
      {threads.map(({ id, kind, state = "open", title, label, place, authorName, replies, createdAt, changedAt }) => (
        <li key={id} className="flex gap-x-3 border-b border-line py-2 text-sm hover:bg-hover">
          <span className="w-20 shrink-0 pt-px max-sm:w-4">
            <ThreadMark kind={kind} state={state} compact />
          </span>
          <div className="min-w-0 flex-1">
            <p className="line-clamp-2 [overflow-wrap:anywhere]">
              <Link href={discussionUrl({ slug, thread: id })} prefetch={false} className="font-medium">
                {title}
              </Link>
            </p>
            <p className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-faint">
              {place === "interface" || spotted ? null : <span className={`min-w-0 truncate ${place === "change" ? "" : "font-mono"} text-muted`}>{label}</span>}
              <span>
                {authorName ? `${authorName}, ` : ""}
                <RelativeTime date={createdAt} />
              </span>
              {replies > 0 ? (
                <span>
                  {replies} {replies === 1 ? "reply" : "replies"}, last <RelativeTime date={changedAt} />
                </span>
              ) : null}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

import clsx from "clsx";
import type { InboxItem } from "#lib/catalog/inbox/list-inbox.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Badge, LevelBadge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";

/** One piece of news: what, why one is told of it, what of it touches one's services. */
export function InboxRow({ item, mark }: { item: InboxItem; mark: FormAction }) {
  const unread = item.readAt === null;
  return (
    <li className="flex gap-3 border-b border-line py-2.5 text-sm">
      <span aria-hidden="true" className={clsx("mt-1.5 size-2 shrink-0 rounded-full", unread ? "bg-accent" : "bg-transparent")} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          {unread ? <span className="sr-only">Unread:</span> : null}
          <Link href={item.path} className={clsx("min-w-0 [overflow-wrap:anywhere]", unread && "font-medium")}>{item.title}</Link>
          {item.why.impact ? <Badge tone={item.why.impact.verdict === "broken" ? "red" : item.why.impact.verdict === "at risk" ? "amber" : "grey"}>{item.why.impact.verdict}</Badge> : null}
        </p>
        {item.detail.lines?.map((line) => <p key={line} className="mt-0.5 max-w-[80ch] text-muted">{line}</p>)}
        {item.changes.length > 0 ? (
          <ul className="mt-1.5 flex flex-col gap-1">
            {item.changes.map((change, index) => (
              <li key={index} className="flex flex-wrap items-baseline gap-x-2 text-xs">
                <LevelBadge level={change.level} />
                {change.operation ? <code className="font-mono">{change.operation}</code> : null}
                <span className="text-muted">{change.sentence}</span>
              </li>
            ))}
          </ul>
        ) : null}
        <p className="mt-1 text-xs text-faint">
          {item.why.sentence} {item.actorName} · <RelativeTime date={item.createdAt} />
        </p>
      </div>
      <div className="flex shrink-0 items-start gap-1 max-sm:flex-col">
        <ActionForm action={mark} values={{ mark: unread ? "read" : "unread", ids: item.id }} button={unread ? "Mark read" : "Mark unread"} size="sm" variant="ghost" buttonLabel={`Mark “${item.title}” as ${unread ? "read" : "unread"}`} />
        <ActionForm action={mark} values={{ mark: item.archivedAt ? "unarchive" : "archive", ids: item.id }} button={item.archivedAt ? "Bring back" : "Put away"} size="sm" variant="ghost" buttonLabel={`${item.archivedAt ? "Bring back" : "Put away"} “${item.title}”`} />
      </div>
    </li>
  );
}

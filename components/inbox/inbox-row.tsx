import type { ReactNode } from "react";
import clsx from "clsx";
import { Archive, ArchiveRestore, Circle, CircleCheck } from "lucide-react";
import type { InboxItem } from "#lib/catalog/inbox/list-inbox.ts";
import { VerdictMark } from "../diff/verdict-mark.tsx";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Badge, LevelBadge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";

/** One piece of news: what, why one is told of it, what of it touches one's services, and an end to being told. */
export function InboxRow({ item, mark, change }: { item: InboxItem; mark: FormAction; change: FormAction }) {
  const unread = item.readAt === null;
  return (
    <li data-inbox-item={item.id} className="flex gap-3 border-b border-line py-2.5 text-sm focus-within:bg-hover">
      <span aria-hidden="true" className={clsx("mt-1.5 size-2 shrink-0 rounded-full", unread ? "bg-accent" : "bg-transparent")} />
      <div className="min-w-0 flex-1">
        <p data-inbox-title className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          {unread ? <span className="sr-only">Unread:</span> : null}
          <Link href={item.alikeCount > 0 ? "/changes" : item.path} prefetch={false} className={clsx("min-w-0 [overflow-wrap:anywhere]", unread && "font-medium")}>{titleOf(item)}</Link>
          {item.why.impact ? <ImpactBadge verdict={item.why.impact.verdict} /> : item.tally && item.alikeCount === 0 ? <VerdictMark tally={item.tally} /> : null}
        </p>
        {item.detail.lines?.map((line) => <p key={line} className="mt-0.5 max-w-[80ch] text-muted">{line}</p>)}
        {item.changes.length > 0 ? (
          <ul className="mt-1.5 flex flex-col gap-1">
            {item.changes.map((one, index) => (
              <li key={index} className="flex flex-wrap items-baseline gap-x-2 text-xs">
                <LevelBadge level={one.level} />
                {one.operation ? <code className="font-mono [overflow-wrap:anywhere]">{one.operation}</code> : null}
                <span className="text-muted">{one.sentence}</span>
              </li>
            ))}
          </ul>
        ) : null}
        {item.alikeCount > 0 ? <Alike item={item} /> : null}
        <div className="mt-0.5 -ml-2 flex min-h-7 flex-wrap items-center gap-x-1 text-xs text-faint">
          <span className="max-w-[80ch] pl-2">{item.why.sentence} {item.actorName} · <RelativeTime date={item.createdAt} /></span>
          {item.subscription ? <Stop item={item} id={item.subscription.id} change={change} /> : null}
        </div>
      </div>
      <div className="flex shrink-0 items-start gap-1 max-sm:flex-col">
        <span data-inbox-key="r">
          <ActionForm action={mark} values={{ mark: unread ? "read" : "unread", ids: item.id }} button={<Words icon={unread ? <CircleCheck aria-hidden="true" /> : <Circle aria-hidden="true" />}>{unread ? "Mark read" : "Mark unread"}</Words>} size="sm" variant="ghost" buttonLabel={`Mark “${item.title}” as ${unread ? "read" : "unread"}`} />
        </span>
        <span data-inbox-key="e">
          <ActionForm action={mark} values={{ mark: item.archivedAt ? "unarchive" : "archive", ids: item.id }} button={<Words icon={item.archivedAt ? <ArchiveRestore aria-hidden="true" /> : <Archive aria-hidden="true" />}>{item.archivedAt ? "Bring back" : "Put away"}</Words>} size="sm" variant="ghost" buttonLabel={`${item.archivedAt ? "Bring back" : "Put away"} “${item.title}”`} />
        </span>
      </div>
    </li>
  );
}

function titleOf({ alikeCount, title, interfaceTitle, alike }: InboxItem): string {
  if (alikeCount === 0) return title;
  const names = [interfaceTitle, ...alike.map((other) => other.interfaceTitle)].filter((name) => name !== null);
  const more = alikeCount + 1 - Math.min(names.length, 3);
  return `${alikeCount + 1} documents were published together: ${names.slice(0, 3).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** On a narrow screen the sign alone. */
function Words({ icon, children }: { icon: ReactNode; children: string }) {
  return <>{icon}<span className="max-md:sr-only">{children}</span></>;
}

function ImpactBadge({ verdict }: { verdict: "broken" | "at risk" | "unknown" }) {
  const words = { broken: "breaks you", "at risk": "may break you", unknown: "impact unknown" } as const;
  return <Badge tone={verdict === "broken" ? "red" : verdict === "at risk" ? "amber" : "grey"}>{words[verdict]}</Badge>;
}

/** What was published with it, in the same notice. */
function Alike({ item }: { item: InboxItem }) {
  return (
    <details className="mt-1" open={item.alikeCount < 6}>
      <summary className="w-fit text-xs text-muted hover:text-fg">Which</summary>
      <ul className="mt-1 flex flex-col gap-1 pl-4 text-xs">
        {[item, ...item.alike].map(({ id, title, path, why }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2">
            <Link href={path} prefetch={false}>{title}</Link>
            {why.impact ? <ImpactBadge verdict={why.impact.verdict} /> : null}
          </li>
        ))}
        {item.alikeCount > item.alike.length ? <li className="text-faint">{`… and ${item.alikeCount - item.alike.length} more`}</li> : null}
      </ul>
    </details>
  );
}

/** Mutes or ends, in one click, what told of it. Of a team's subscription only for the reader. */
function Stop({ item, id, change }: { item: InboxItem; id: number; change: FormAction }) {
  const subscription = item.subscription;
  if (subscription?.mutedUntil && subscription.mutedUntil > new Date()) return <span>· muted</span>;
  return (
    <>
      <ActionForm action={change} values={{ id, change: "mute", days: 7, forMe: "yes" }} button="Mute for a week" size="sm" variant="ghost" className="[&_button]:h-6 [&_button]:text-xs [&_button]:font-normal" buttonLabel={`Mute for a week what told of “${item.title}”`} />
      <ActionForm action={change} values={{ id, change: "end", forMe: "yes" }} button="Tell me no more" size="sm" variant="ghost" className="[&_button]:h-6 [&_button]:text-xs [&_button]:font-normal" buttonLabel={`Tell me no more: “${item.title}”`} />
    </>
  );
}

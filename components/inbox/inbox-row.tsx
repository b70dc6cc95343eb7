import type { ReactNode } from "react";
import clsx from "clsx";
import { Archive, ArchiveRestore, Circle, CircleCheck } from "lucide-react";
import type { InboxItem } from "#lib/catalog/inbox/list-inbox.ts";
import { followUrl } from "#lib/catalog/urls/follow-url.ts";
import { topicWords } from "#lib/catalog/subscriptions/topic-words.ts";
import { VerdictMark } from "../diff/verdict-mark.tsx";
import { InlineCode } from "../source/inline-code.tsx";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Badge, LevelBadge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";

/** One piece of news: what, why one is told of it, what of it touches one's services, and an end to being told. */
export function InboxRow({ item, mark, change, changeAddressed }: { item: InboxItem; mark: FormAction; change: FormAction; changeAddressed: FormAction }) {
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
                <span className="text-muted"><InlineCode text={one.sentence} /></span>
              </li>
            ))}
          </ul>
        ) : null}
        {item.alikeCount > 0 ? <Alike item={item} /> : null}
        <div className="mt-0.5 -ml-2 flex min-h-7 flex-wrap items-center gap-x-1 text-xs text-faint">
          <span className="max-w-[80ch] pl-2">{[item.why.sentence, ...(item.why.also ?? [])].join(" ")} {item.actorName} · <RelativeTime date={item.createdAt} /></span>
          {item.addressed ? <StopAddressed item={item} addressed={item.addressed} change={changeAddressed} /> : item.subscription ? <Stop item={item} id={item.subscription.id} change={change} /> : <Ended item={item} />}
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
  if (subscription?.mutedUntil && subscription.mutedUntil > new Date()) return <Small action={change} values={{ id, change: "mute", days: 0, forMe: "yes" }} button="Unmute" label={`Unmute what told of “${item.title}”`} before="· muted" />;
  return (
    <>
      <Small action={change} values={{ id, change: "mute", days: 7, forMe: "yes" }} button="Mute for a week" label={`Mute for a week what told of “${item.title}”`} />
      <Small action={change} values={{ id, change: "end", forMe: "yes" }} button="Tell me no more" label={`Tell me no more: “${item.title}”`} />
    </>
  );
}

/** The same for what is addressed to the reader: of this interface for a while, by e-mail not at all. */
function StopAddressed({ item, addressed, change }: { item: InboxItem; addressed: NonNullable<InboxItem["addressed"]>; change: FormAction }) {
  const isMuted = addressed.mutedUntil !== null && addressed.mutedUntil > new Date();
  return (
    <>
      {!addressed.mutable ? null : isMuted ? (
        <Small action={change} values={{ item: item.id, days: 0 }} button="Unmute" label={`Unmute such news of ${item.interfaceTitle}`} before="· muted" />
      ) : (
        <Small action={change} values={{ item: item.id, days: 30 }} button="Mute for 30 days" label={`Mute for 30 days such news of ${item.interfaceTitle}: “${item.title}”`} />
      )}
      {addressed.email === "off" ? (
        <Small action={change} values={{ topic: addressed.topic, email: "at-once" }} button="E-mail me again" label={`${topicWords[addressed.topic]}: e-mail me again`} before="· not by e-mail" />
      ) : (
        <Small action={change} values={{ topic: addressed.topic, email: "off" }} button="No e-mail of this kind" label={`${topicWords[addressed.topic]}: no e-mail`} />
      )}
    </>
  );
}

/** What told of it is followed no more. */
function Ended({ item }: { item: InboxItem }) {
  return <span>· you are not told of it any more{item.slug ? <>{" "}<Link href={followUrl({ subject: "interface", slug: item.slug })} prefetch={false}>Follow again</Link></> : null}</span>;
}

function Small({ action, values, button, label, before }: { action: FormAction; values: Record<string, string | number>; button: string; label: string; before?: string }) {
  return (
    <>
      {before ? <span>{before}</span> : null}
      <ActionForm action={action} values={values} button={button} size="sm" variant="ghost" className="[&_button]:h-6 [&_button]:text-xs [&_button]:font-normal" buttonLabel={label} />
    </>
  );
}

import { followedUrl } from "./follow-url.ts";
import type { SubscriptionItem } from "#lib/catalog/subscriptions/list-subscriptions.ts";
import { eventsInWords } from "../follow/event-words.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Badge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { exactTime } from "../ui/relative-time.tsx";

const kinds = { interface: "", operation: "", message: "", tag: "", service: "service ", team: "team ", search: "search " } as const;
const often = { "at-once": "at once", daily: "daily", weekly: "weekly" } as const;

/** What one follows, with the buttons that mute it or end it. */
export function SubscriptionList({ items, change }: { items: SubscriptionItem[]; change: FormAction }) {
  return (
    <ul className="border-t border-line">
      {items.map((item) => (
        <li key={item.id} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line py-2 text-sm">
          <div className="min-w-0 flex-1 basis-64">
            <p className="flex flex-wrap items-center gap-x-2">
              <Target item={item} />
              {item.follower ? <Badge tone="blue">{`team ${item.follower.name}`}</Badge> : null}
              {item.mutedUntil && isMuted(item) ? <Badge title={exactTime(item.mutedUntil)}>{`muted until ${item.mutedUntil.toISOString().slice(0, 10)}`}</Badge> : null}
              {item.excepted ? <Badge>you are not told</Badge> : null}
            </p>
            <p className="text-xs text-faint">{`${eventsInWords(item.events)} · ${channelsInWords(item)} · ${often[item.frequency]}`}</p>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            {isMuted(item) ? (
              <ActionForm action={change} values={{ id: item.id, change: "mute", days: 0 }} button="Unmute" size="sm" variant="ghost" buttonLabel={`Unmute ${nameOf(item)}`} />
            ) : (
              <ActionForm action={change} values={{ id: item.id, change: "mute", days: 7 }} button="Mute for a week" size="sm" variant="ghost" buttonLabel={`Mute ${nameOf(item)} for a week`} />
            )}
            {item.follower === null ? null : item.excepted ? (
              <ActionForm action={change} values={{ id: item.id, change: "mute", days: 0, forMe: "yes" }} button="Tell me again" size="sm" variant="ghost" buttonLabel={`Tell me of ${nameOf(item)} again`} />
            ) : (
              <ActionForm action={change} values={{ id: item.id, change: "end", forMe: "yes" }} button="Stop for me" size="sm" variant="ghost" buttonLabel={`Stop ${nameOf(item)} for me`} />
            )}
            <ActionForm action={change} values={{ id: item.id, change: "end" }} button={item.follower === null ? "End" : "End for all"} size="sm" variant="danger" buttonLabel={`End ${nameOf(item)}${item.follower === null ? "" : " for all"}`} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function isMuted({ mutedUntil }: SubscriptionItem): boolean {
  return mutedUntil !== null && mutedUntil > new Date();
}

function Target({ item }: { item: SubscriptionItem }) {
  if (item.subject === "tag") return <Link href={followedUrl(item)} className="min-w-0 font-medium"><span className="font-normal text-faint">tag </span>{item.subjectKey}</Link>;
  if (!item.target) return <span className="text-faint">something that you may not see any more</span>;
  const name = item.subjectKey === null ? <>{kinds[item.subject] ? <span className="font-normal text-faint">{kinds[item.subject]}</span> : null}{item.target.name}</> : <><code className="font-mono text-xs">{item.spelled}</code>{` of ${item.target.name}`}</>;
  return <Link href={followedUrl(item)} className="min-w-0 font-medium [overflow-wrap:anywhere]">{name}</Link>;
}

function nameOf(item: SubscriptionItem): string {
  return [item.subjectKey, item.target?.name].filter(Boolean).join(" of ") || item.subject;
}

function channelsInWords({ channels }: SubscriptionItem): string {
  const words = { inbox: "inbox", email: "e-mail", endpoint: "webhook or chat" } as const;
  return [...new Set(channels.map(({ kind }) => words[kind]))].join(", ");
}

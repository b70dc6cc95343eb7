import { Badge, FormatBadge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { exactTime } from "../ui/relative-time.tsx";
import { OwnerLink } from "../team/owner-link.tsx";
import { InvalidMark } from "../interface/invalid-mark.tsx";
import { groupByDay } from "./group-by-day.ts";
import { versionUrl } from "#lib/catalog/entity-url.ts";
import type { Change } from "#lib/catalog/list-changes.ts";

/** Published versions, newest first, under the day on which they came. */
export function ChangeList({ items, now, short = false }: { items: Change[]; now: Date; /** Beside other things: fewer columns. */ short?: boolean }) {
  return groupByDay(items, now).map(({ day, label, items: ofDay }) => (
    <section key={day} aria-labelledby={`day-${day}`} className="mt-5 first:mt-0">
      <h2 id={`day-${day}`} className="sticky top-12 z-10 flex h-8 items-center border-b border-line bg-canvas text-xs font-medium text-faint">
        {label}
      </h2>
      <ol>
        {ofDay.map((item) => (
          <ChangeRow key={item.id} item={item} short={short} />
        ))}
      </ol>
    </section>
  ));
}

function ChangeRow({ item, short }: { item: Change; short: boolean }) {
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 border-b border-line py-1.5 text-sm hover:bg-hover md:flex-nowrap md:py-0">
      <time dateTime={item.publishedAt.toISOString()} title={exactTime(item.publishedAt)} className="w-10 shrink-0 text-xs text-faint tabular-nums">
        {item.publishedAt.toISOString().slice(11, 16)}
      </time>
      <span className="flex min-w-0 flex-1 items-center gap-2">
        <Link href={`/interfaces/${encodeURIComponent(item.slug)}`} prefetch={false} className="truncate font-medium">
          {item.title}
        </Link>
        <Link href={versionUrl({ slug: item.slug, line: item.line, version: item.sequence })} prefetch={false} look="quiet" className="flex shrink-0 items-baseline gap-1.5 font-mono text-xs">
          {`v${item.sequence}`}
          <span className="max-w-32 truncate text-faint">{item.label}</span>
        </Link>
        {item.line === "default" ? null : <Badge mono>{item.line}</Badge>}
        {item.sequence === 1 ? <Badge tone="blue">new</Badge> : null}
        {item.errorCount > 0 ? <InvalidMark errorCount={item.errorCount} /> : null}
      </span>
      <span className="flex shrink-0 items-center gap-4 text-muted max-md:w-full max-md:pl-13 max-md:text-xs">
        {short ? null : (
          <span className="w-28 text-right tabular-nums max-lg:hidden">{`${item.operationCount.toLocaleString("en")} ${item.operationCount === 1 ? "operation" : "operations"}`}</span>
        )}
        <span className="w-20 max-md:w-auto">
          <FormatBadge format={item.format} />
        </span>
        <span className="truncate md:w-36">
          <OwnerLink owner={item.owner} />
        </span>
      </span>
    </li>
  );
}

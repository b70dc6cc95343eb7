import { FormatBadge } from "../ui/badge.tsx";
import { exactTime } from "../ui/relative-time.tsx";
import { sharedTitles } from "../interface/shared-titles.ts";
import { OwnerLink } from "../team/owner-link.tsx";
import { ChangedVersion } from "./changed-version.tsx";
import { groupByDay } from "./group-by-day.ts";
import type { Change } from "#lib/catalog/comparisons/list-changes.ts";

/** Published versions, newest first, under the day on which they came. */
export function ChangeList({ items, now }: { items: Change[]; now: Date }) {
  const shared = sharedTitles(items);
  return groupByDay(items, now).map(({ day, label, items: ofDay }) => (
    <section key={day} aria-labelledby={`day-${day}`} className="mt-4 first:mt-0">
      <h2 id={`day-${day}`} className="sticky top-12 z-10 flex h-8 items-center border-b border-line bg-canvas text-xs font-medium text-faint">
        {label}
      </h2>
      <ol>
        {ofDay.map((item) => (
          <ChangeRow key={item.id} item={item} hasSlug={shared.has(item.title)} />
        ))}
      </ol>
    </section>
  ));
}

function ChangeRow({ item, hasSlug }: { item: Change; hasSlug: boolean }) {
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 border-b border-line py-1.5 text-sm hover:bg-hover md:flex-nowrap md:py-0">
      <time dateTime={item.publishedAt.toISOString()} title={exactTime(item.publishedAt)} className="w-10 shrink-0 text-xs text-faint tabular-nums">
        {item.publishedAt.toISOString().slice(11, 16)}
      </time>
      <ChangedVersion item={item} hasSlug={hasSlug} />
      <span className="flex shrink-0 items-center gap-4 text-muted max-md:w-full max-md:pl-13 max-md:text-xs">
        <span className="w-28 text-right tabular-nums max-lg:hidden">{item.operationCount === null ? null : `${item.operationCount.toLocaleString("en")} ${item.operationCount === 1 ? "operation" : "operations"}`}</span>
        <span className="w-20 max-md:w-auto">
          <FormatBadge format={item.format} />
        </span>
        <span className="truncate max-md:hidden md:w-36">
          <OwnerLink owner={item.owner} />
        </span>
        <span className="md:hidden">{item.owner?.name ?? "unowned"}</span>
      </span>
    </li>
  );
}

import { TriangleAlert } from "lucide-react";
import { Badge, FormatBadge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { exactTime } from "../ui/relative-time.tsx";
import { OwnerLink } from "../team/owner-link.tsx";
import { groupByDay } from "./group-by-day.ts";
import type { Format } from "#lib/spec/normalized-spec.ts";

/** A published version, as the list of changes shows it. */
export type ChangeItem = {
  interface: { slug: string; title: string };
  owner: { slug: string; name: string } | null;
  format: Format;
  specVersion: string;
  line: string;
  sequence: number;
  label: string;
  operationCount: number;
  errorCount: number;
  publishedAt: Date;
  publishedBy: string;
};

/** Published versions, newest first, under the day on which they came. */
export function ChangeList({ items, now }: { items: ChangeItem[]; now: Date }) {
  return groupByDay(items, now).map(({ day, label, items: ofDay }) => (
    <section key={day} aria-labelledby={`day-${day}`} className="mt-5 first:mt-0">
      <h2 id={`day-${day}`} className="sticky top-12 z-10 flex h-8 items-center border-b border-line bg-canvas text-xs font-medium text-faint">
        {label}
      </h2>
      <ol>
        {ofDay.map((item) => (
          <ChangeRow key={`${item.interface.slug} ${item.line} ${item.sequence}`} item={item} />
        ))}
      </ol>
    </section>
  ));
}

function ChangeRow({ item }: { item: ChangeItem }) {
  const href = versionHref(item);
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 border-b border-line py-1.5 text-sm hover:bg-hover md:flex-nowrap md:py-0">
      <time dateTime={item.publishedAt.toISOString()} title={exactTime(item.publishedAt)} className="w-10 shrink-0 text-xs text-faint tabular-nums">
        {item.publishedAt.toISOString().slice(11, 16)}
      </time>
      <span className="flex min-w-0 flex-1 items-center gap-2">
        <Link href={`/interfaces/${encodeURIComponent(item.interface.slug)}`} prefetch={false} className="truncate font-medium">
          {item.interface.title}
        </Link>
        <Link href={href} prefetch={false} look="quiet" className="flex shrink-0 items-baseline gap-1.5 font-mono text-xs">
          {`v${item.sequence}`}
          <span className="max-w-32 truncate text-faint">{item.label}</span>
        </Link>
        {item.line === "default" ? null : <Badge mono>{item.line}</Badge>}
        {item.sequence === 1 ? <Badge tone="blue">new</Badge> : null}
        {item.errorCount > 0 ? (
          <span title={`${item.errorCount} errors against its specification`} className="shrink-0 text-amber">
            <TriangleAlert aria-hidden="true" className="size-3.5" />
            <span className="sr-only">{`${item.errorCount} errors`}</span>
          </span>
        ) : null}
      </span>
      <span className="flex shrink-0 items-center gap-4 text-muted max-md:w-full max-md:pl-13 max-md:text-xs">
        <span className="w-28 text-right tabular-nums max-lg:hidden">{`${item.operationCount.toLocaleString("en")} ${item.operationCount === 1 ? "operation" : "operations"}`}</span>
        <span className="w-32 max-md:w-auto">
          <FormatBadge format={item.format} specVersion={item.specVersion} />
        </span>
        <span className="truncate md:w-36">
          <OwnerLink owner={item.owner} />
        </span>
      </span>
    </li>
  );
}

function versionHref(item: ChangeItem) {
  const line = item.line === "default" ? "" : `?line=${encodeURIComponent(item.line)}`;
  return `/interfaces/${encodeURIComponent(item.interface.slug)}/versions/${item.sequence}${line}`;
}

import { FormatBadge } from "../ui/badge.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import type { Change } from "#lib/catalog/comparisons/list-changes.ts";
import { sharedTitles } from "../interface/shared-titles.ts";
import { OwnerLink } from "../team/owner-link.tsx";
import { ChangedVersion } from "./changed-version.tsx";

/** The newest versions in short: no days between them, the distance in time at the end. */
export function RecentChanges({ items }: { items: Change[] }) {
  const shared = sharedTitles(items);
  return (
    <ol className="border-t border-line">
      {items.map((item) => (
        <li key={item.id} className="flex min-h-9 items-center gap-4 border-b border-line text-sm hover:bg-hover max-md:py-1">
          <ChangedVersion item={item} hasSlug={shared.has(item.title)} />
          <span className="w-20 max-md:hidden">
            <FormatBadge format={item.format} />
          </span>
          <span className="w-40 truncate max-md:hidden">
            <OwnerLink owner={item.owner} />
          </span>
          <RelativeTime date={item.publishedAt} className="w-16 shrink-0 text-right text-xs text-faint tabular-nums" />
        </li>
      ))}
    </ol>
  );
}

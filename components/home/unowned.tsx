import { Link } from "../ui/link.tsx";
import { Section } from "../ui/page-header.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { sharedTitles } from "../interface/shared-titles.ts";
import type { Home } from "#lib/catalog/get-home.ts";

/** Interfaces without a team that is accountable. */
export function Unowned({ items, count }: { items: Home["unowned"]; count: number }) {
  if (count === 0) return null;
  const shared = sharedTitles(items);
  return (
    <Section title="Without an owner" count={count}>
      <ul className="text-sm">
        {items.map((item) => (
          <li key={item.slug} className="flex h-7 items-center justify-between gap-3 border-b border-line">
            <Link href={`/interfaces/${encodeURIComponent(item.slug)}`} prefetch={false} className="truncate">
              {item.title}
              {shared.has(item.title) ? <span className="ml-2 font-mono text-xs text-faint">{item.slug}</span> : null}
            </Link>
            <RelativeTime date={item.changedAt} className="shrink-0 text-xs text-faint" />
          </li>
        ))}
      </ul>
      {count > items.length ? (
        <p className="mt-2 text-sm">
          <Link href="/interfaces?owner=none" look="text">
            {`All ${count.toLocaleString("en")}`}
          </Link>
        </p>
      ) : null}
    </Section>
  );
}

import { Link } from "../ui/link.tsx";
import { Section } from "../ui/page-header.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import type { Home } from "#lib/catalog/get-home.ts";

/** Interfaces without a team that is accountable. */
export function Unowned({ items, count }: { items: Home["unowned"]; count: number }) {
  if (count === 0) return null;
  return (
    <Section title="Without an owner" count={count}>
      <ul className="text-sm">
        {items.map((item) => (
          <li key={item.slug} className="flex h-7 items-center justify-between gap-3 border-b border-line">
            <Link href={`/interfaces/${encodeURIComponent(item.slug)}`} prefetch={false} className="truncate">
              {item.title}
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

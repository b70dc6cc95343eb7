import { Link } from "../ui/link.tsx";
import { SplitBar } from "../ui/split-bar.tsx";
import { formatName } from "../ui/badge.tsx";
import type { Home } from "#lib/catalog/get-home.ts";

/** How much there is, in numbers that lead on. */
export function Glance({ home }: { home: Home }) {
  const { counts } = home;
  const rows = [
    { label: "Interfaces", count: counts.interfaces, href: "/interfaces" },
    { label: "Operations", count: counts.operations, href: "/search?kind=operation" },
    { label: "Messages", count: counts.messages, href: "/search?kind=message" },
    { label: "Services", count: counts.services, href: "/services" },
    { label: "Teams", count: counts.teams, href: "/teams" },
    { label: "With errors in their document", count: counts.invalid, href: "/interfaces?valid=false" },
  ];
  return (
    <>
      <dl className="mb-5 text-sm">
        {rows.map(({ label, count, href }) => (
          <div key={label} className="flex h-7 items-center justify-between border-b border-line">
            <dt className="text-muted">
              <Link href={href} look="quiet" prefetch={false}>
                {label}
              </Link>
            </dt>
            <dd className="tabular-nums">{count.toLocaleString("en")}</dd>
          </div>
        ))}
      </dl>
      <SplitBar
        title="By format"
        shares={[...home.formats]
          .sort((a, b) => b.count - a.count)
          .map(({ format, count }) => ({ label: formatName(format), count, tone: format === "openapi" ? "blue" : "violet", href: `/interfaces?format=${format}` }))}
      />
    </>
  );
}
